using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Index;
using BackendStandards.Analyzers.Queries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>BST3060: a thing that belongs to somebody, read by its key alone, by whoever is signed in.</summary>
internal sealed class ObjectNotTiedToCaller() : EndpointRule(RuleCatalog.ObjectNotTiedToCaller)
{
    /// <summary>The finding's property that names the member that says whose the thing is.</summary>
    public const string Owner = nameof(Owner);

    // Who made a thing is a note as well; whose it is, is not.
    private static readonly string[] Owners = ["OwnerId", "UserId", "CustomerId", "BuyerId", "OwnerUserId", "ApplicationUserId"];
    private static readonly string[] Makers = ["CreatedBy", "CreatedById", "CreatedByUserId"];

    private static readonly HashSet<string> Reads = new(StringComparer.Ordinal)
        { "Find", "FindAsync", "First", "FirstAsync", "FirstOrDefault", "FirstOrDefaultAsync", "Single", "SingleAsync", "SingleOrDefault", "SingleOrDefaultAsync" };

    // What narrows rows beyond what a query says, or could.
    private static readonly string[] Filters = ["HasQueryFilter", "AddQueryFilter", "SetQueryFilter", "IDbCommandInterceptor", "DbCommandInterceptor", "IQueryExpressionInterceptor", "IMaterializationInterceptor"];

    private static readonly string[] Askers = ["ClaimsPrincipal", "IHttpContextAccessor", "IAuthorizationService", "ICurrentUser", "ICurrentUserService", "IUserContext", "ICurrentUserProvider", "ISessionContext"];

    public override void Check(Endpoint endpoint, EndpointContext context)
    {
        var cancellation = context.Cancellation;
        if (!context.Entities.MayExist || endpoint.Kind is not (EndpointKind.Minimal or EndpointKind.Controller) || endpoint.Handler is not { } handler || !handler.DeclaringSyntaxReferences.Any(reference => context.IsHere(reference.SyntaxTree))) return;
        var keys = endpoint.Parameters(cancellation).Where(static parameter => parameter.Source is BindingSource.Route && parameter.Name.EndsWith("id", StringComparison.OrdinalIgnoreCase) && AspNet.Same(parameter.Member, parameter.Parameter)).Select(static parameter => parameter.Parameter).ToList();
        if (keys.Count != 1 || endpoint.Verbs(cancellation) is not { Count: 1 } verbs || !PlainCallers.AreSignedInOnly(endpoint, this, context)
            || context.RememberForAll(this, nameof(Filters), () => Filters.Any(name => context.Model.Code.WrittenTreesWith(name, cancellation).Any()))) return;
        var functions = HandlerFunction.Of(endpoint, context, static _ => true);
        if (functions.Any(function => CallerIdentity.IsAsked(function) || MayAskElsewhere(function, cancellation))) return;
        foreach (var function in functions)
            foreach (var call in function.Operations<IInvocationOperation>())
            {
                if (!Reads.Contains(call.TargetMethod.Name) || EntityOf(call) is not { } entity || !context.Entities.Include(entity, cancellation) || OwnerOf(entity, verbs[0]) is not { } owner || !IsByKeyAlone(call, keys[0], function) || !IsSeenContext(call)) continue;
                var place = function.Call is null ? call.Syntax : function.Call.Syntax;
                var properties = function.Call is null ? ImmutableDictionary<string, string?>.Empty.Add(Owner, owner) : ImmutableDictionary<string, string?>.Empty;
                context.Report(this, place, properties, context.Describe(endpoint), entity.Name, owner);
                return;
            }
    }

    private static string? OwnerOf(INamedTypeSymbol entity, string verb)
    {
        foreach (var name in verb == "GET" ? Owners : Owners.Concat(Makers))
            for (var at = entity; at is { SpecialType: SpecialType.None }; at = at.BaseType)
                if (at.GetMembers(name).OfType<IPropertySymbol>().Any(static property => property.GetMethod is not null)) return name;
        return null;
    }

    // A call to a type of the application that is not read here may ask; so may a base class of another assembly.
    private static bool MayAskElsewhere(HandlerFunction function, CancellationToken cancellation) => function.Operations<IInvocationOperation>().Any(call =>
        call.TargetMethod is var method && !AspNet.IsKnown(method) && !QueryNames.IsContext(method.ContainingType)
        && (AspNet.InSource(method) ? Mentions(method, cancellation) : call.Instance is IInstanceReferenceOperation || method.Name.IndexOf("Author", StringComparison.Ordinal) >= 0));

    private static bool Mentions(IMethodSymbol method, CancellationToken cancellation) => new ISymbol?[] { method, method.ContainingType }.Where(static symbol => symbol is not null).SelectMany(static symbol => symbol!.DeclaringSyntaxReferences).Any(reference =>
        TreeIndex.Of(reference.SyntaxTree, cancellation) is var names && Askers.Any(names.Mentions));

    private static INamedTypeSymbol? EntityOf(IInvocationOperation call) => (call.Type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: { Length: 1 } results } ? results[0] : call.Type) as INamedTypeSymbol;

    // A context of another assembly may filter by itself.
    private static bool IsSeenContext(IInvocationOperation call) => call.Descendants().All(static operation => !QueryNames.IsContext(operation.Type) || AspNet.InSource(operation.Type!));

    // Find(id), First(x => x.Id == id), Where(x => x.Id == id).First()
    private static bool IsByKeyAlone(IInvocationOperation call, IParameterSymbol key, HandlerFunction function)
    {
        if (call.TargetMethod.Name is "Find" or "FindAsync") return (QueryNames.IsTable(call.TargetMethod.ContainingType) || QueryNames.IsContext(call.TargetMethod.ContainingType)) && call.Arguments.Any(argument => Refers(argument.Value, key, function));
        if (!QueryNames.IsOperator(call.TargetMethod)) return false;
        var filters = 0;
        for (IOperation? at = call; at is not null;)
        {
            at = Values.Unwrap(at);
            if (at is not IInvocationOperation step) return filters == 1 && (QueryNames.IsTable(at.Type) && at is IPropertyReferenceOperation or IFieldReferenceOperation);
            if (step.TargetMethod.Name == "Set" && QueryNames.IsTable(step.Type)) return filters == 1;
            if (!QueryNames.IsOperator(step.TargetMethod)) return false;
            if (step.TargetMethod.Name is not ("Include" or "ThenInclude" or "AsNoTracking" or "AsSplitQuery" or "AsTracking" or "AsQueryable") && !Reads.Contains(step.TargetMethod.Name) && step.TargetMethod.Name != "Where") return false;
            if (step.TargetMethod.Name == "Where" || Reads.Contains(step.TargetMethod.Name))
                foreach (var lambda in step.Arguments.Select(static argument => Values.Unwrap(argument.Value)).OfType<IAnonymousFunctionOperation>())
                {
                    if (!ComparesKey(lambda, key, function)) return false;
                    filters++;
                }
            at = AspNet.ReceiverOf(step);
        }
        return false;
    }

    private static bool ComparesKey(IAnonymousFunctionOperation lambda, IParameterSymbol key, HandlerFunction function)
    {
        if (lambda.Body.Operations.FirstOrDefault() is not IReturnOperation { ReturnedValue: { } value } || Values.Unwrap(value) is not IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } test) return false;
        return (IsId(test.LeftOperand) && Refers(test.RightOperand, key, function)) || (IsId(test.RightOperand) && Refers(test.LeftOperand, key, function));
    }

    private static bool IsId(IOperation operand) => Values.Unwrap(operand) is IPropertyReferenceOperation { Property.Name: var name, Instance: IParameterReferenceOperation { Type: { } entity } } && (name == "Id" || name == entity.Name + "Id");

    private static bool Refers(IOperation value, IParameterSymbol key, HandlerFunction function) => value.DescendantsAndSelf().OfType<IParameterReferenceOperation>().Any(reference => AspNet.Same(reference.Parameter, key)
        || (function.Given.TryGetValue(reference.Parameter.OriginalDefinition, out var given) && Values.Unwrap(given) is IParameterReferenceOperation passed && AspNet.Same(passed.Parameter, key)));
}
