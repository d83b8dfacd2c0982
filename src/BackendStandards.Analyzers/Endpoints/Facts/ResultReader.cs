using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Endpoints.Facts;

/// <summary>
/// Follows what a handler returns, on every path and through helper methods of the compilation, to the calls and objects that make it, and adds the
/// exceptions that it throws itself.
/// </summary>
internal sealed class ResultReader(CodeBase code, CancellationToken cancellation)
{
    private const int MaxDepth = 6;
    private readonly List<PossibleResult> _found = [];
    private readonly HashSet<ISymbol> _entered = new(SymbolEqualityComparer.Default);
    private bool _allSeen = true;

    public PossibleResults Of(IMethodSymbol handler)
    {
        if (BodyOf(handler) is not { } body) return PossibleResults.Unseen;
        Returns(body, handler, 0);
        if (ResultStatus.Awaited(handler.ReturnType) is null && body.Root.Syntax is { } written) _found.Add(new(200, null, written));
        AddThrows(body, handler);
        AddStatusWrites(body, handler);
        return new([.. _found.GroupBy(result => (result.Status, result.Place, result.Exception?.Name)).Select(same => same.First()).OrderBy(result => result.Place.SpanStart)], _allSeen);
    }

    private MemberBody? BodyOf(IMethodSymbol method) =>
        method.DeclaringSyntaxReferences.FirstOrDefault() is { } reference && method.MethodKind is MethodKind.AnonymousFunction or MethodKind.LocalFunction
            ? code.BodyAround(reference.GetSyntax(cancellation), cancellation) : code.BodyOf(method, cancellation);

    private void Returns(MemberBody body, IMethodSymbol method, int depth)
    {
        if (!_entered.Add(method)) return;
        var definition = method.MethodKind is MethodKind.AnonymousFunction or MethodKind.LocalFunction ? method : (method.ReducedFrom ?? method).OriginalDefinition;
        foreach (var returned in body.ReturnsOf(definition.PartialImplementationPart ?? definition)) Follow(returned.ReturnedValue!, depth);
    }

    private void Follow(IOperation value, int depth)
    {
        cancellation.ThrowIfCancellationRequested();
        value = Values.Unwrap(value);
        if (depth > MaxDepth)
        {
            Unseen(value);
            return;
        }
        switch (value)
        {
            case IConditionalOperation { WhenFalse: { } other } choice:
                Follow(choice.WhenTrue, depth);
                Follow(other, depth);
                break;
            case ICoalesceOperation either:
                Follow(either.Value, depth);
                Follow(either.WhenNull, depth);
                break;
            case ISwitchExpressionOperation choices:
                foreach (var arm in choices.Arms) Follow(arm.Value, depth);
                break;
            case IThrowOperation:
                break;
            case ILocalReferenceOperation { Local: var local } when ResultStatus.IsResult(local.Type):
                FollowLocal(local, value, depth);
                break;
            case IInvocationOperation call:
                FollowCall(call, depth);
                break;
            case IPropertyReferenceOperation { Property: { GetMethod: { } getter } property } when AspNet.InSource(property) && ResultStatus.IsResult(property.Type) && code.BodyOf(getter, cancellation) is { } body:
                if (_entered.Add(property)) foreach (var returned in body.ReturnsOf(body.Owner)) Follow(returned.ReturnedValue!, depth + 1);
                break;
            case IObjectCreationOperation creation:
                FollowCreation(creation);
                break;
            default:
                ByType(value);
                break;
        }
    }

    private void FollowLocal(ILocalSymbol local, IOperation use, int depth)
    {
        var writes = code.BodyAround(use.Syntax, cancellation) is { } body ? LocalWrites.Reaching(body, local, use) : [];
        if (writes.Count == 0) ByType(use);
        foreach (var write in writes)
            if (_entered.Add(local) || writes.Count > 1) Follow(write, depth + 1);
    }

    private void FollowCall(IInvocationOperation call, int depth)
    {
        var method = call.TargetMethod;
        var type = ResultStatus.Awaited(method.ReturnType);
        if (type is not null && !ResultStatus.IsResult(type))
        {
            ByType(call);
            return;
        }
        if (AspNet.IsKnown(method) && IsFactory(method))
        {
            Factory(call);
            return;
        }
        if (AspNet.InSource(method) && !method.IsAbstract && method.ContainingType?.TypeKind != TypeKind.Interface && BodyOf(method) is { } body)
        {
            Returns(body, method, depth + 1);
            return;
        }
        // result.Match(value => Results.Ok(value), error => Results.NotFound())
        var given = call.Arguments.Select(argument => Values.Unwrap(argument.Value)).OfType<IAnonymousFunctionOperation>().Where(lambda => ResultStatus.IsResult(ResultStatus.Awaited(lambda.Symbol.ReturnType))).ToList();
        if (given.Count == 0) ByType(call);
        foreach (var lambda in given)
            if (code.BodyAround(lambda.Syntax, cancellation) is { } outer)
                Returns(outer, lambda.Symbol, depth + 1);
    }

    private static bool IsFactory(IMethodSymbol method) => method.ContainingType.Name is "Results" or "TypedResults" or "ControllerBase" or "Controller" or "IResultExtensions";

    private void Factory(IInvocationOperation call)
    {
        var body = new[] { "value", "error", "data", "modelState" }.Select(name => AspNet.Argument(call, name)).FirstOrDefault(argument => argument is { ConstantValue: not { HasValue: true, Value: null } });
        var given = call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "statusCode" && argument.ArgumentKind != ArgumentKind.DefaultValue)?.Value;
        if (given is not null && Values.Unwrap(given).ConstantValue is { HasValue: true, Value: null }) given = null;
        var status = given is null ? Redirected(call) ?? ResultStatus.OfFactory(call.TargetMethod.Name) : NumberOf(given);
        if (status is null) _allSeen = false;
        _found.Add(new(status, body is null ? null : Values.Unwrap(body).Type, call.Syntax));
    }

    private static int? Redirected(IInvocationOperation call)
    {
        if (!call.TargetMethod.Name.Contains("Redirect")) return null;
        bool Is(string name) => AspNet.Argument(call, name)?.ConstantValue is { HasValue: true, Value: true };
        return (Is("permanent"), Is("preserveMethod")) switch { (true, true) => 308, (true, _) => 301, (_, true) => 307, _ => null };
    }

    private int? NumberOf(IOperation operation)
    {
        var value = new Values(code, cancellation).Define(operation, Context.Empty)?.Operation;
        return value?.ConstantValue is { HasValue: true, Value: int number } ? number : Values.Unwrap(operation).ConstantValue is { HasValue: true, Value: int constant } ? constant : null;
    }

    private void FollowCreation(IObjectCreationOperation creation)
    {
        if (creation.Type is null || !ResultStatus.IsResult(creation.Type))
        {
            ByType(creation);
            return;
        }
        var stated = creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>().FirstOrDefault(write => write.Target is IPropertyReferenceOperation { Property.Name: "StatusCode" })?.Value
            ?? creation.Arguments.FirstOrDefault(argument => argument is { Parameter.Name: "statusCode", ArgumentKind: not ArgumentKind.DefaultValue })?.Value;
        var status = stated is not null ? NumberOf(stated) : creation.Type.Name is "ObjectResult" or "JsonResult" or "ContentResult" ? 200 : ResultStatus.OfType(creation.Type);
        if (status is null) _allSeen = false;
        _found.Add(new(status, creation.Arguments.FirstOrDefault(argument => argument.Parameter?.Name is "value" or "error") is { } body ? Values.Unwrap(body.Value).Type : null, creation.Syntax));
    }

    // Nothing says more than the type: a value is sent with 200, a typed result says its status, a union is each of its parts.
    private void ByType(IOperation value)
    {
        var type = ResultStatus.Awaited(value.Type);
        if (type is null or { TypeKind: TypeKind.Error })
        {
            if (value.ConstantValue is not { HasValue: true, Value: null }) _allSeen = false;
            return;
        }
        foreach (var part in ResultStatus.Parts(type))
            if (!ResultStatus.IsResult(part)) _found.Add(new(200, part, value.Syntax));
            else if (ResultStatus.OfType(part) is { } status) _found.Add(new(status, (part as INamedTypeSymbol)?.TypeArguments.FirstOrDefault(), value.Syntax));
            else Unseen(value);
    }

    private void Unseen(IOperation value)
    {
        _allSeen = false;
        _found.Add(new(null, null, value.Syntax));
    }

    // What a handler catches itself, it does not answer with.
    private void AddThrows(MemberBody body, IMethodSymbol handler)
    {
        foreach (var thrown in body.Root.Descendants().OfType<IThrowOperation>())
            if (thrown.Exception is { } exception && AspNet.Same(body.FunctionOf(thrown), handler) && !IsCaught(thrown))
                _found.Add(new(null, null, thrown.Syntax, Values.Unwrap(exception).Type));
    }

    private static bool IsCaught(IOperation thrown)
    {
        for (IOperation child = thrown, up = thrown.Parent!; up is not null; child = up, up = up.Parent!)
            if (up is ITryOperation { Catches.IsEmpty: false } attempt && attempt.Body == child)
                return true;
        return false;
    }

    // context.Response.StatusCode = 404;
    private void AddStatusWrites(MemberBody body, IMethodSymbol handler)
    {
        foreach (var write in body.Root.Descendants().OfType<ISimpleAssignmentOperation>())
            if (write.Target is IPropertyReferenceOperation { Property: { Name: "StatusCode", ContainingType.Name: "HttpResponse" } } && AspNet.Same(body.FunctionOf(write), handler))
            {
                if (NumberOf(write.Value) is { } status) _found.Add(new(status, null, write.Syntax));
                else _allSeen = false;
            }
    }
}
