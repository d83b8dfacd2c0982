using System.Collections.Immutable;
using System.Text;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Contract;

/// <summary>BST2004: an error code that is written out where it is used, and is not spelled like one or stands in no catalogue.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ErrorCodeNotInCatalogue() : BackendAnalyzer(RuleCatalog.ErrorCodeNotInCatalogue)
{
    /// <summary>The diagnostic's property that holds the code as it should be spelled.</summary>
    internal const string NewCode = nameof(NewCode);

    private protected override void Start(RuleRegistration registration)
    {
        // Looked for at the first code: at the start each edited document would pay for it.
        var compilation = registration.Compilation;
        var known = new Fact<ImmutableHashSet<string>?>(cancellation => compilation.GetTypeByMetadataName("BackendStandards.ErrorCodes") is { } own ? Catalogue(compilation, own, cancellation) : null);
        registration.OnOperation(context => CheckArgument(context, known), OperationKind.Argument);
        registration.OnOperation(context => CheckAssignment(context, known), OperationKind.SimpleAssignment);
    }

    /// <summary>A code in UPPER_SNAKE_CASE; null where nothing of it can be one.</summary>
    internal static string? Spelled(string code)
    {
        var spelled = new StringBuilder();
        for (var i = 0; i < code.Length; i++)
        {
            var character = code[i];
            if (!(character is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9'))
            {
                if (character is not ('-' or '_' or ' ' or '.')) return null;
                if (spelled.Length > 0 && spelled[spelled.Length - 1] != '_') spelled.Append('_');
                continue;
            }
            if (character is >= 'A' and <= 'Z' && i > 0 && code[i - 1] is (>= 'a' and <= 'z') or (>= '0' and <= '9')) spelled.Append('_');
            spelled.Append(char.ToUpperInvariant(character));
        }
        var text = spelled.ToString().Trim('_');
        return text.Length > 0 && text[0] is >= 'A' and <= 'Z' ? text : null;
    }

    private static void CheckArgument(OperationAnalysisContext context, Fact<ImmutableHashSet<string>?> known)
    {
        var argument = (IArgumentOperation)context.Operation;
        if (argument is { ArgumentKind: ArgumentKind.Explicit, Parameter: { Name: "code", ContainingSymbol: IMethodSymbol method } } && ResponseFormat.IsInFormat(method.ContainingType)) Check(context, argument.Value, known);
    }

    private static void CheckAssignment(OperationAnalysisContext context, Fact<ImmutableHashSet<string>?> known)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is IPropertyReferenceOperation { Property: { Name: "Code", ContainingType: { Name: "ApiError" } type } } && ResponseFormat.IsInFormat(type)) Check(context, assignment.Value, known);
    }

    private static void Check(OperationAnalysisContext context, IOperation value, Fact<ImmutableHashSet<string>?> known)
    {
        while (value is IConversionOperation { IsImplicit: true } conversion) value = conversion.Operand;
        if (value is not ILiteralOperation { ConstantValue: { HasValue: true, Value: string code }, Syntax: LiteralExpressionSyntax literal } || known.Get(context.CancellationToken) is not { } codes || codes.Contains(code)) return;
        var spelled = Spelled(code);
        if (spelled == code)
        {
            context.ReportDiagnostic(Diagnostic.Create(RuleCatalog.ErrorCodeNotInCatalogue, literal.GetLocation(), code, "is in no catalogue: make it a constant of ErrorCodes"));
            return;
        }
        var properties = spelled is null ? ImmutableDictionary<string, string?>.Empty : ImmutableDictionary<string, string?>.Empty.Add(NewCode, spelled);
        context.ReportDiagnostic(Diagnostic.Create(RuleCatalog.ErrorCodeNotInCatalogue, literal.GetLocation(), properties, code, spelled is null ? "is not UPPER_SNAKE_CASE" : $"is not UPPER_SNAKE_CASE: write '{spelled}'"));
    }

    private static ImmutableHashSet<string> Catalogue(Compilation compilation, INamedTypeSymbol own, CancellationToken cancellation)
    {
        var codes = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        var marked = compilation.GetSymbolsWithName(static _ => true, SymbolFilter.Type, cancellation).OfType<INamedTypeSymbol>().Where(type => type.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "ErrorCodesAttribute"));
        foreach (var constant in marked.Append(own).SelectMany(type => type.GetMembers()).OfType<IFieldSymbol>())
            if (constant is { IsConst: true, ConstantValue: string code })
                codes.Add(code);
        return codes.ToImmutable();
    }
}
