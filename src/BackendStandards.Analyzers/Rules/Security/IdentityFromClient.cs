using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Validation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>
/// BST3071: an owner that the request names, and that a handler compares with whose a thing is, where callers are signed in and nobody asks who they are.
/// What headers say is for <see cref="HeaderTaken"/>.
/// </summary>
internal sealed class IdentityFromClient() : EndpointRule(RuleCatalog.IdentityFromClient)
{
    /// <summary>The finding's property that is set where the value stands for the user, and can be replaced by his identifier.</summary>
    public const string IsUser = nameof(IsUser);

    public override void Check(Endpoint endpoint, EndpointContext context)
    {
        var cancellation = context.Cancellation;
        if (endpoint.Kind is not (EndpointKind.Minimal or EndpointKind.Controller) || endpoint.Handler is not { } handler || !handler.DeclaringSyntaxReferences.Any(reference => context.IsHere(reference.SyntaxTree))) return;
        var named = endpoint.Parameters(cancellation).Where(static parameter => MayName(parameter)).ToList();
        if (named.Count == 0 || !PlainCallers.AreSignedInOnly(endpoint, this, context)) return;
        var trusted = context.Read(HeaderTaken.TrustedHeaders);
        var functions = HandlerFunction.Of(endpoint, context, static _ => true);
        if (functions.Count == 0 || functions.Any(CallerIdentity.IsAsked)) return;
        foreach (var parameter in named)
            foreach (var operation in functions[0].Root.DescendantsAndSelf())
            {
                if (IdentityRead(operation, parameter) is not { } kind || (parameter.Source == BindingSource.Header && (trusted.Contains("*") || trusted.Contains(HeaderOf(parameter))))) continue;
                if (Checked(operation) is not { } member) continue;
                var properties = kind == "the user" ? ImmutableDictionary<string, string?>.Empty.Add(IsUser, "") : ImmutableDictionary<string, string?>.Empty;
                context.Report(this, operation.Syntax, properties, $"'{operation.Syntax}' of {context.Describe(endpoint)}", $"the caller's own '{member}'", "take it from the claims of the signed-in user");
            }
    }

    private static bool MayName(EndpointParameter parameter) => parameter.Source switch
    {
        BindingSource.Query => ClientIdentity.OfValue(parameter.Name) is not null,
        BindingSource.Header => ClientIdentity.OfHeader(HeaderOf(parameter)) is not null,
        BindingSource.Body or BindingSource.Form => InputTypes.ModelOf(parameter.Type) is { } model && InputTypes.MembersOf(model).Any(member => ClientIdentity.OfValue(member.Property.Name) is not null),
        _ => false,
    };

    private static string HeaderOf(EndpointParameter parameter) => BindingAttributes.Explicit(parameter.Member)?.Name ?? parameter.Name;

    private static string? IdentityRead(IOperation operation, EndpointParameter parameter) => operation switch
    {
        IParameterReferenceOperation { Parameter: var read } when parameter.Source is BindingSource.Query or BindingSource.Header && AspNet.Same(read, parameter.Parameter) && AspNet.Same(parameter.Member, parameter.Parameter) =>
            parameter.Source == BindingSource.Header ? ClientIdentity.OfHeader(HeaderOf(parameter)) : ClientIdentity.OfValue(parameter.Name),
        IPropertyReferenceOperation { Property.Name: var name, Instance: IParameterReferenceOperation { Parameter: var model } } when parameter.Source is BindingSource.Body or BindingSource.Form && AspNet.Same(model, parameter.Parameter) => ClientIdentity.OfValue(name),
        _ => null,
    };

    // x.Id == id && x.UserId == userId, if (order.UserId != request.UserId) return …: whose it is, beside which it is. A filter by the owner alone is a search.
    private static string? Checked(IOperation read)
    {
        IOperation child = read;
        while (child.Parent is IConversionOperation or IParenthesizedOperation or IInvocationOperation { TargetMethod.Name: "ToString" }) child = child.Parent;
        if (child.Parent is not IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } test) return null;
        if (Values.Unwrap(test.LeftOperand == child ? test.RightOperand : test.LeftOperand) is not IPropertyReferenceOperation { Property.Name: var member, Instance: { } owner } || !ClientIdentity.IsOwner(member)) return null;
        for (IOperation inner = test, up = test.Parent!; up is not null; inner = up, up = up.Parent!)
            switch (up)
            {
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both when IsByKey(both.LeftOperand == inner ? both.RightOperand : both.LeftOperand): return member;
                case IConditionalOperation conditional when conditional.Condition == inner && Values.Unwrap(owner) is ILocalReferenceOperation: return member;
                case IAnonymousFunctionOperation or IBlockOperation: return null;
            }
        return null;
    }

    private static bool IsByKey(IOperation test) => test.DescendantsAndSelf().OfType<IBinaryOperation>().Any(static equals => equals.OperatorKind == BinaryOperatorKind.Equals
        && new[] { equals.LeftOperand, equals.RightOperand }.Any(static side => Values.Unwrap(side) is IPropertyReferenceOperation { Property.Name: "Id" }));
}
