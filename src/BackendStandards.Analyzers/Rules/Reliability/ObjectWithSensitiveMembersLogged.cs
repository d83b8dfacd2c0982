using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Logging;
using BackendStandards.Analyzers.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Reliability;

/// <summary>BST6002: an object is written whole into a log, and a secret with it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ObjectWithSensitiveMembersLogged() : BackendAnalyzer(RuleCatalog.ObjectWithSensitiveMembersLogged)
{
    private protected override void Start(RuleRegistration registration)
    {
        var options = registration.Options.AnalyzerConfigOptionsProvider;
        registration.OnOperation(context => Check(context, options), OperationKind.Invocation);
    }

    private static void Check(OperationAnalysisContext context, AnalyzerConfigOptionsProvider provider)
    {
        if (LogCalls.Read(context.Operation) is not { Values.IsEmpty: false } call) return;
        var options = provider.GetOptions(context.Operation.Syntax.SyntaxTree);
        var members = new SensitiveMembers(SensitiveValues.InObjects(SensitiveValueLogged.FurtherNames.Read(options), SensitiveValueLogged.IgnoredNames.Read(options)));
        var destructured = Destructured(LogStatements.Read(context.Operation));
        foreach (var (value, _) in call.Values)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (WrittenWhole(value, destructured) is not { } whole) continue;
            if ((whole.Member ?? members.In(whole.Object.Type)) is { } member)
                context.ReportDiagnostic(Diagnostic.Create(RuleCatalog.ObjectWithSensitiveMembersLogged, value.Syntax.GetLocation(), Words(whole.Object), call.Writer, member));
        }
    }

    /// <summary>The object whose members are written, and the sensitive one where it is known without looking.</summary>
    private static (IOperation Object, string? Member)? WrittenWhole(IOperation value, HashSet<SyntaxNode> destructured)
    {
        var isDestructured = destructured.Contains(value.Syntax);
        while (value is IConversionOperation { OperatorMethod: null } conversion) value = conversion.Operand;
        switch (value)
        {
            case IInvocationOperation { TargetMethod: { Name: "Serialize", ContainingType.Name: "JsonSerializer" } or { Name: "SerializeObject", ContainingType.Name: "JsonConvert" } } call
                when call.Arguments.Length > 0 && call.TargetMethod.ReturnType.SpecialType == SpecialType.System_String:
                return (Plain(call.Arguments[0].Value), null);
            case IInvocationOperation { TargetMethod.Name: "GetDebugView" } call: return (call, "connection strings and keys");
            case IPropertyReferenceOperation { Property: { Name: "Headers", ContainingType.Name: "HttpRequest" } } headers: return (headers, "Authorization");
            case { Type: INamedTypeSymbol { IsRecord: true } type } when isDestructured || PrintsMembers(type): return (value, null);
            default: return isDestructured ? (value, null) : null;
        }
    }

    // {@order}: the logger takes the object apart.
    private static HashSet<SyntaxNode> Destructured(LogStatement? statement)
    {
        var found = new HashSet<SyntaxNode>();
        if (statement?.Message?.Value.ConstantValue.Value is not string template) return found;
        var holes = MessageTemplate.HolesOf(template);
        var index = 0;
        foreach (var value in statement.Values)
        {
            if (index < holes.Length && template[holes[index].Start + 1] == '@') found.Add(value.Syntax);
            index++;
        }
        return found;
    }

    private static bool PrintsMembers(INamedTypeSymbol type)
    {
        for (var up = type; up is { IsRecord: true }; up = up.BaseType!)
            if (up.GetMembers("ToString").Concat(up.GetMembers("PrintMembers")).Any(member => !member.IsImplicitlyDeclared)) return false;
        return true;
    }

    private static string Words(IOperation value) => value switch
    {
        ILocalReferenceOperation local => local.Local.Name,
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        IMemberReferenceOperation member => member.Member.Name,
        IInvocationOperation call => call.TargetMethod.Name,
        _ => value.Type?.Name ?? "object",
    };

    private static IOperation Plain(IOperation value)
    {
        while (value is IConversionOperation { OperatorMethod: null } conversion) value = conversion.Operand;
        return value;
    }
}
