using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Validation;

/// <summary>
/// Looks for hand-written validation: a member of a parameter tested in a condition that leads to a rejection, in the handler or in a method that is
/// called with the model. One question a search. Where <paramref name="annotationsRun"/> is false, what an object says of itself is not taken for a test of what goes into it.
/// Where <paramref name="membersCount"/> is false, only what judges the model as a whole without saying which member is looked for: a mapper, a library, a method called Validate.
/// </summary>
internal sealed class Guards(CodeBase code, ValidatorTypes validators, CancellationToken cancellation, bool annotationsRun = true, bool membersCount = true)
{
    private const int MaxDepth = 5;
    private static readonly string[] CheckingWords = ["Valid", "Ensure", "Verify", "Guard", "Require"];
    // Libraries that are called with a model without judging it.
    private static readonly HashSet<string> Carriers = new(StringComparer.Ordinal)
        { "System", "Microsoft", "AutoMapper", "Mapster", "Newtonsoft", "Dapper", "Serilog", "NLog", "MongoDB", "Npgsql", "StackExchange", "RabbitMQ", "Confluent", "LinqToDB", "Azure" };

    private readonly HashSet<(ISymbol Subject, bool IsMember)> _seen = [];
    private readonly HashSet<ITypeSymbol> _carriers = new(SymbolEqualityComparer.Default);
    private readonly SourceTargets _targets = new(code, cancellation);
    private bool _unseen;

    /// <summary>Whether a parameter's members are tested; unknown where the model goes to code that is not seen.</summary>
    public Answer Of(IParameterSymbol parameter, MemberBody body) => Tests(parameter, body, isMember: false, 0) ? Answer.Yes : _unseen ? Answer.Unknown : Answer.No;

    private bool Tests(ISymbol subject, MemberBody body, bool isMember, int depth)
    {
        cancellation.ThrowIfCancellationRequested();
        if (depth > MaxDepth || !_seen.Add((subject, isMember))) return false;
        foreach (var reference in body.ReferencesTo(subject))
            if (reference is not IVariableDeclaratorOperation && Use(reference, body, isMember, depth))
                return true;
        return false;
    }

    // From a reference outward to its statement: what is done with the value, or with a part of it?
    private bool Use(IOperation reference, MemberBody body, bool isMember, int depth)
    {
        for (IOperation child = reference, up = reference.Parent!; up is not null && (membersCount || !isMember); child = up, up = up.Parent!)
            switch (up)
            {
                case IMemberReferenceOperation member when member.Instance == child:
                    isMember = true;
                    continue;
                case IConditionalAccessOperation access when access.Operation == child:
                    if (access.WhenNotNull.DescendantsAndSelf().Any(inner => inner is IMemberReferenceOperation or IInvocationOperation)) isMember = true;
                    continue;
                case IIsPatternOperation pattern when pattern.Value == child && pattern.Pattern.DescendantsAndSelf().Any(inner => inner is IPropertySubpatternOperation or IRelationalPatternOperation):
                    isMember = true;
                    continue;
                case IArgumentOperation { Parent: IInvocationOperation call } argument:
                    if (Called(call, argument, isMember, depth)) return true;
                    if (IsCheck(call) || Judges(call.TargetMethod, argument)) isMember = true;
                    continue;
                case IArgumentOperation { Parent: IObjectCreationOperation { Constructor: { } constructor, Type: { } created }, Parameter: { } formal }:
                    if ((membersCount && Carries(created, depth)) || Into(constructor, formal.Ordinal, isMember, depth)) return true;
                    continue;
                case IObjectOrCollectionInitializerOperation { Parent: IObjectCreationOperation { Type: { } created } }:
                    if (membersCount && Carries(created, depth)) return true;
                    continue;
                case IInvocationOperation call when call.Instance == child:
                    if (call.Type is { } result && Converts(call, result, depth)) return true;
                    if (!isMember && (IsChecking(call.TargetMethod.Name) || Inside(call))) return true;
                    isMember |= AspNet.InSource(call.TargetMethod);
                    continue;
                case IInvalidOperation or IDynamicInvocationOperation:
                    _unseen = true;
                    return false;
                case IConditionalOperation conditional when conditional.Condition == child:
                    return isMember && Leads(conditional);
                case ICoalesceOperation coalesce when coalesce.Value == child && isMember && Rejection.In(coalesce.WhenNull):
                case ISwitchOperation choice when choice.Value == child && isMember && Rejection.In(choice):
                case ISwitchExpressionOperation select when select.Value == child && Rejection.In(select):
                    return membersCount;
                case IForEachLoopOperation loop when loop.Collection == child:
                    return loop.Locals.Any(local => Tests(local, body, isMember: true, depth + 1));
                case IVariableDeclaratorOperation { Symbol: var local }:
                    return (isMember || child is IVariableInitializerOperation { Value: var value } && Values.Unwrap(value) == reference) && Tests(local, body, isMember, depth + 1);
                case IAnonymousFunctionOperation or ILocalFunctionOperation:
                    return false;
            }
        return false;
    }

    private static bool IsCheck(IInvocationOperation call) =>
        call.Type?.SpecialType == SpecialType.System_Boolean && (AspNet.InSource(call.TargetMethod) || IsChecking(call.TargetMethod.Name) || call.TargetMethod.Name is "TryParse");

    // It tests a member and hands out what is wrong, be it a text, a list or a result: a test of that is a test of the member.
    private bool Judges(IMethodSymbol method, IArgumentOperation argument)
    {
        if (argument.Parameter is not { Ordinal: var ordinal } || !AspNet.InSource(method)) return false;
        foreach (var target in _targets.Of(method))
            if ((target.ReducedFrom ?? target).OriginalDefinition.Parameters.ElementAtOrDefault(ordinal) is { } parameter
                && code.BodyOf(target, cancellation) is { } body && body.ReferencesTo(parameter).Any(reference => ShowsFault(reference))) return true;
        return false;
    }

    private static bool ShowsFault(IOperation reference)
    {
        if (reference.Parent is not (IMemberReferenceOperation or IConditionalAccessOperation or IIsPatternOperation)) return false;
        for (IOperation child = reference.Parent, up = child.Parent!; up is not (null or IBlockOperation); child = up, up = up.Parent!)
            if (up is IConditionalOperation conditional && conditional.Condition == child) return HandsOutFault(conditional.WhenTrue) || HandsOutFault(conditional.WhenFalse);
        return false;
    }

    // A text, or an entry in what is handed out later; a look-up hands out what it found.
    private static bool HandsOutFault(IOperation? branch) => Rejection.IsNotedIn(branch) || IsText(branch)
        || branch?.DescendantsAndSelf().Any(inner => inner is IReturnOperation { ReturnedValue: var value } && IsText(value)) == true;

    private static bool IsText(IOperation? value) => value is { ConstantValue: { HasValue: true, Value: string { Length: > 0 } } };

    private static bool IsChecking(string name) => CheckingWords.Any(word => name.IndexOf(word, StringComparison.Ordinal) >= 0);

    private bool Called(IInvocationOperation call, IArgumentOperation argument, bool isMember, int depth)
    {
        var method = call.TargetMethod;
        if (IsChecking(method.Name) || method.Name.StartsWith("Throw", StringComparison.Ordinal)) return isMember || method.Name.IndexOf("Null", StringComparison.Ordinal) < 0;
        if (isMember && method.ContainingType?.Name is "Guard" or "Ensure" or "GuardClauseExtensions") return true;
        if (argument.Parameter is not { } formal) return false;
        if (IsSent(method)) return Sent(argument, depth);
        if (call.Type is { } result && Converts(call, result, depth)) return true;
        return Into(method, formal.Ordinal, isMember, depth);
    }

    // A mediator: the call goes to whoever handles the type.
    private static bool IsSent(IMethodSymbol method) => method.Name is "Send" or "SendAsync" or "Publish" or "PublishAsync" or "InvokeAsync" or "ExecuteAsync"
        && (method.ContainingType?.Name is { } type && (type.EndsWith("Sender", StringComparison.Ordinal) || type.EndsWith("Mediator", StringComparison.Ordinal) || type.EndsWith("Bus", StringComparison.Ordinal) || type.EndsWith("Publisher", StringComparison.Ordinal)));

    private bool Sent(IArgumentOperation argument, int depth)
    {
        if (Values.Unwrap(argument.Value).Type is { } type && AspNet.InSource(type) && (!membersCount || !_targets.HasValidatingPipeline())) return Handled(type, depth);
        _unseen = true;
        return false;
    }

    // What a method of the application puts where, its body shows.
    private bool Converts(IInvocationOperation call, ITypeSymbol result, int depth) => (membersCount || !AspNet.InSource(call.TargetMethod)) && Carries(result, depth);

    // The values go on in another object, a command or an entity: what that says of itself holds for them, and what its handlers test.
    private bool Carries(ITypeSymbol type, int depth)
    {
        if (type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: { Length: 1 } arguments }) type = arguments[0];
        if (InputTypes.ModelOf(type) is not { } carrier || !_carriers.Add(carrier)) return false;
        if (validators.Exist(carrier, cancellation) || (annotationsRun && ModelConstraints.Has(InputTypes.Closure(carrier), cancellation))) return true;
        if (!_targets.HandlersOf(carrier).Any()) return false;
        if (membersCount && _targets.HasValidatingPipeline()) _unseen = true;
        return Handled(carrier, depth);
    }

    private bool Handled(ITypeSymbol message, int depth) => _targets.HandlersOf(message).Any(handler => Into(handler.Method, handler.Ordinal, isMember: false, depth));

    /// <summary>Whether a member of a library is known to carry values without judging them.</summary>
    internal static bool IsCarrier(ISymbol member) => Carriers.Contains(RootOf(member));

    /// <summary>The outermost namespace of a symbol.</summary>
    internal static string RootOf(ISymbol symbol)
    {
        var space = symbol.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false }) space = space.ContainingNamespace;
        return space?.Name ?? "";
    }

    private bool Into(IMethodSymbol method, int ordinal, bool isMember, int depth)
    {
        if (!AspNet.InSource(method))
        {
            // What LoggerMessage.Define makes is a delegate, and writes.
            var isLog = method.Parameters.FirstOrDefault()?.Type.Name == "ILogger";
            if (!isLog && (method.MethodKind == MethodKind.DelegateInvoke || !Carriers.Contains(RootOf(method)))) _unseen = true;
            return false;
        }
        var found = false;
        foreach (var target in _targets.Of(method))
        {
            found = true;
            var definition = (target.ReducedFrom ?? target).OriginalDefinition;
            definition = definition.PartialImplementationPart ?? definition;
            if (definition.Parameters.ElementAtOrDefault(ordinal) is { } parameter && code.BodyOf(definition, cancellation) is { } body && Tests(parameter, body, isMember, depth + 1)) return true;
        }
        if (!found) _unseen = true;
        return false;
    }

    // `model.Check()`: the method of the model itself rejects.
    private bool Inside(IInvocationOperation call) =>
        AspNet.InSource(call.TargetMethod) && code.BodyOf(call.TargetMethod, cancellation) is { } body && Rejection.In(body.Root);

    private static bool Leads(IConditionalOperation conditional)
    {
        if (Rejection.In(conditional.WhenTrue) || Rejection.In(conditional.WhenFalse)) return true;
        var function = FunctionAround(conditional);
        // Faults gathered for later, or the good way left early and the bad one after it.
        var gathers = Rejection.IsNotedIn(conditional.WhenTrue) || Rejection.IsNotedIn(conditional.WhenFalse);
        var leaves = conditional.WhenTrue.DescendantsAndSelf().Any(inner => inner is IReturnOperation);
        return (gathers || leaves) && function.Descendants().Any(inner => inner.Syntax.SpanStart >= conditional.Syntax.Span.End && Rejection.In(inner));
    }

    private static IOperation FunctionAround(IOperation operation)
    {
        var up = operation;
        while (up.Parent is not null && up is not (IAnonymousFunctionOperation or ILocalFunctionOperation)) up = up.Parent;
        return up;
    }
}
