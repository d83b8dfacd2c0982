using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Configuration;
using BackendStandards.Analyzers.Index;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>BST3055: a CORS policy, or a header written by hand, that lets the scripts of any site read the answers.</summary>
internal sealed class PermissiveCors() : HostRule(RuleCatalog.PermissiveCors, "AllowAnyOrigin", "SetIsOriginAllowed", "WithOrigins", "AccessControlAllowOrigin", "Headers")
{
    internal static readonly Option<bool> PublicApi = Option.Flag(
        "bst3055.public_api", false, "Whether the scripts of any site are meant to call the application. Policies that let cookies along are reported all the same.");

    private const string Header = "Access-Control-Allow-Origin";

    public override void Check(HostContext context)
    {
        foreach (var call in context.Calls("AllowAnyOrigin")) CheckPolicy(context, call);
        foreach (var call in context.Calls("SetIsOriginAllowed"))
            if (AspNet.Argument(call, "isOriginAllowed") is { } test && IsAlwaysTrue(test, context))
                CheckPolicy(context, call);
        foreach (var call in context.Calls("WithOrigins"))
            if (AspNet.Argument(call, "origins") is { } origins && origins.DescendantsAndSelf().Any(value => value.ConstantValue.Value is "*"))
                CheckPolicy(context, call);
        foreach (var (property, assignment) in context.Writes("AccessControlAllowOrigin"))
            if (property.ContainingType.Name == "IHeaderDictionary")
                CheckHeader(context, assignment.Value);
        foreach (var node in context.Nodes("Headers")) CheckHeaders(context, node);
    }

    private void CheckPolicy(HostContext context, IInvocationOperation call)
    {
        if (call.TargetMethod.ContainingType.Name != "CorsPolicyBuilder" || !context.RunsOutsideDevelopment(call)) return;
        var policy = CallsOnPolicy(call).ToList();
        var withCredentials = policy.Exists(other => other.TargetMethod.Name == "AllowCredentials");
        if (!withCredentials && context.Read(PublicApi)) return;
        var readsOnly = !withCredentials && policy.Exists(other => other.TargetMethod.Name == "WithMethods" && OnlyReads(other));
        context.Report(this, TreeIndex.NameOf((InvocationExpressionSyntax)call.Syntax), readsOnly ? DiagnosticSeverity.Info : Descriptor.DefaultSeverity, null,
            call.TargetMethod.Name, withCredentials ? ", with the cookies of whoever is signed in" : "");
    }

    // All that is said of the same policy: in one lambda, or in one statement.
    private static IEnumerable<IInvocationOperation> CallsOnPolicy(IOperation call)
    {
        var around = call;
        while (around.Parent is { } up and not IAnonymousFunctionOperation and not IExpressionStatementOperation and not IVariableDeclarationGroupOperation) around = up;
        return around.DescendantsAndSelf().OfType<IInvocationOperation>().Where(other => other.TargetMethod.ContainingType.Name == "CorsPolicyBuilder");
    }

    private static bool OnlyReads(IInvocationOperation call) =>
        call.Arguments.SelectMany(argument => argument.Value.DescendantsAndSelf()).Where(value => value.Type?.SpecialType == SpecialType.System_String).ToList() is { Count: > 0 } methods
        && methods.TrueForAll(method => method.ConstantValue.Value is string text && text.ToUpperInvariant() is "GET" or "HEAD" or "OPTIONS");

    private static bool IsAlwaysTrue(IOperation test, HostContext context)
    {
        switch (Values.Unwrap(test))
        {
            case IAnonymousFunctionOperation lambda:
                return context.Model.Code.BodyAround(lambda.Syntax, context.Cancellation)?.ReturnsOf(lambda.Symbol) is { Count: > 0 } returned && returned.All(IsTrue);
            case IMethodReferenceOperation { Method: var method }:
                return AspNet.InSource(method) && context.Model.Code.BodyOf(method, context.Cancellation)?.ReturnsOf(method) is { Count: > 0 } results && results.All(IsTrue);
            default:
                return false;
        }
    }

    private static bool IsTrue(IReturnOperation returned) => returned.ReturnedValue?.ConstantValue.Value is true;

    // Headers["Access-Control-Allow-Origin"] = "*", Headers.Append("Access-Control-Allow-Origin", "*")
    private void CheckHeaders(HostContext context, SyntaxNode name)
    {
        var headers = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        switch (headers.Parent)
        {
            case ElementAccessExpressionSyntax { Parent: AssignmentExpressionSyntax written } element when written.Left == element:
                if (context.At(written) is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: { Length: 1 } keys } } assignment && IsHeader(keys[0].Value)) CheckHeader(context, assignment.Value);
                break;
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Append" or "Add" or "TryAdd", Parent: InvocationExpressionSyntax call }:
                if (context.At(call) is IInvocationOperation added && AspNet.Argument(added, "key") is { } key && IsHeader(key) && AspNet.Argument(added, "value") is { } value) CheckHeader(context, value);
                break;
        }
    }

    private static bool IsHeader(IOperation key)
    {
        key = Values.Unwrap(key);
        return (key.ConstantValue.Value is string text && text.Equals(Header, StringComparison.OrdinalIgnoreCase)) || key is IFieldReferenceOperation { Field: { Name: "AccessControlAllowOrigin", ContainingType.Name: "HeaderNames" } };
    }

    private void CheckHeader(HostContext context, IOperation value)
    {
        if (Values.Unwrap(value).ConstantValue.Value is not "*" || context.Read(PublicApi) || !context.RunsOutsideDevelopment(value) || IsOfFiles(value)) return;
        context.Report(this, value.Syntax, Header, "");
    }

    // Fonts and scripts are for every page that names them.
    private static bool IsOfFiles(IOperation value)
    {
        for (var up = value.Parent; up is not null; up = up.Parent)
            if (up is IAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "OnPrepareResponse" } })
                return true;
        return false;
    }
}
