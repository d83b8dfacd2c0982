using System.Text;
using BackendStandards.Analyzers.Logging;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Reliability;

/// <summary>Rewrites a log call whose text is put together from values into one with a template; null where the outcome would not be the same message.</summary>
internal static class TemplateEdit
{
    /// <summary>The call after the change.</summary>
    public static InvocationExpressionSyntax? Apply(LogStatement statement, ArgumentSyntax message, SemanticModel model, CancellationToken cancellation)
    {
        if (message.Parent is not ArgumentListSyntax { Parent: InvocationExpressionSyntax call } list || list.Arguments.Any(argument => argument.NameColon is not null)) return null;
        var at = list.Arguments.IndexOf(message);
        var given = list.Arguments.Skip(at + 1).ToList();
        // A provider decides how values are formatted.
        if (statement.Call.Arguments.Any(argument => argument.Parameter?.Type.Name == nameof(IFormatProvider)) || given.Count != statement.Values.Count()) return null;
        var reader = new TemplateReader(model, given.Count > 0, cancellation);
        if (reader.Read(message.Expression) is not { } parts) return null;
        var isNumbered = statement.Library == LoggingLibrary.Log4Net;
        // Serilog reads doubled braces as one even where no value is given.
        if (statement.Library == LoggingLibrary.Serilog && given.Count == 0 && parts.Any(part => part.Value is null && part.Text.Contains("{{{{"))) return null;
        if (parts.Any(part => part.Value is not null && !CanBePassed(part.Value, model, cancellation))) return null;
        if (Written(parts, given, isNumbered, reader) is not var (template, values)) return null;
        if (values.Count == 1 && parts.Single(part => part.Value is not null).Value is { } only && model.GetTypeInfo(only, cancellation).Type is IArrayTypeSymbol { ElementType.IsReferenceType: true })
            values[0] = values[0].WithExpression((ExpressionSyntax)SyntaxFactory.ParseExpression($"(object){values[0].Expression}"));

        var literal = SyntaxFactory.ParseExpression(template);
        if (literal.ContainsDiagnostics) return null;
        var arguments = list.Arguments.Take(at).Concat([message.WithExpression(literal.WithTriviaFrom(message.Expression))]).Concat(values).ToList();
        var separators = list.Arguments.GetSeparators().Take(arguments.Count - 1).ToList();
        while (separators.Count < arguments.Count - 1) separators.Add(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space));
        // What stood behind the last argument stands behind the new last one.
        var trailing = list.Arguments.Last().GetTrailingTrivia();
        if (values.Count > given.Count && trailing.Count > 0)
        {
            arguments[at] = arguments[at].WithoutTrailingTrivia();
            arguments[arguments.Count - 1] = arguments[arguments.Count - 1].WithTrailingTrivia(trailing);
        }
        var changed = call.WithArgumentList(list.WithArguments(SyntaxFactory.SeparatedList(arguments, separators)));
        if (isNumbered)
        {
            if (call.Expression is not MemberAccessExpressionSyntax method) return null;
            changed = changed.WithExpression(method.WithName(SyntaxFactory.IdentifierName(method.Name.Identifier.ValueText + "Format")));
        }
        return BindsAlike(call, changed, statement, at, model) ? changed : null;
    }

    private static (string Template, List<ArgumentSyntax> Values)? Written(IReadOnlyList<TemplatePart> parts, List<ArgumentSyntax> given, bool isNumbered, TemplateReader reader)
    {
        var named = parts.Where(part => part.Value is null).SelectMany(part => MessageTemplate.HolesOf(part.Text)).Select(hole => hole.Name).ToList();
        if (given.Count > 0 && (named.Count != given.Count || named.Any(name => name.Length > 0 && char.IsDigit(name[0])))) return null;
        var names = new PlaceholderNames(given.Count > 0 ? named : []);
        var template = new StringBuilder(reader.Opening);
        var values = new List<ArgumentSyntax>();
        var taken = 0;
        var added = 0;
        var isReordered = false;
        foreach (var part in parts)
        {
            if (part.Break is not null) template.Append(reader.Closing).Append(part.Break).Append(reader.Opening);
            if (part.Value is null)
            {
                template.Append(part.Text);
                if (given.Count == 0) continue;
                var holes = MessageTemplate.HolesOf(part.Text).Length;
                values.AddRange(given.Skip(taken).Take(holes));
                taken += holes;
                continue;
            }
            template.Append('{').Append(isNumbered ? $"{added}" : names.NameFor(part.Value)).Append(part.Text).Append('}');
            values.Add(SyntaxFactory.Argument(part.Value.WithoutTrivia()));
            isReordered |= taken > 0;
            added++;
        }
        // The values of the text were computed before those that were given.
        if (isReordered && !values.All(value => Purity.Holds(value.Expression))) return null;
        return (template.Append(reader.Closing).ToString(), values);
    }

    // Whether a value can be passed as an object.
    private static bool CanBePassed(ExpressionSyntax value, SemanticModel model, CancellationToken cancellation) =>
        model.GetTypeInfo(value, cancellation).Type is { IsRefLikeType: false, TypeKind: not (TypeKind.Dynamic or TypeKind.Pointer or TypeKind.Error) };

    // The same method of the same library takes the template as its text and the values as values.
    private static bool BindsAlike(InvocationExpressionSyntax call, InvocationExpressionSyntax changed, LogStatement statement, int at, SemanticModel model)
    {
        var alone = call.Expression is MemberBindingExpressionSyntax binding && call.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>(access => access.WhenNotNull.Contains(call)) is { } access
            ? changed.WithExpression(SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, access.Expression.WithoutTrivia(), binding.Name))
            : changed;
        if (model.GetSpeculativeSymbolInfo(call.SpanStart, alone, SpeculativeBindingOption.BindAsExpression).Symbol is not IMethodSymbol method) return false;
        var before = statement.Call.TargetMethod;
        if (!SymbolEqualityComparer.Default.Equals(method.ContainingType, before.ContainingType) && statement.Library is LoggingLibrary.Microsoft) return false;
        if (statement.Library != LoggingLibrary.Log4Net && method.Name != before.Name) return false;
        if (at + 1 >= method.Parameters.Length || method.Parameters[at].Type.SpecialType != SpecialType.System_String) return false;
        return method.Parameters[at + 1].Type is not INamedTypeSymbol { Name: nameof(Exception) or nameof(IFormatProvider) };
    }
}
