using System.Text;
using BackendStandards.Analyzers.Sql;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Input;

/// <summary>A command line that was put together from constants and values, as its arguments.</summary>
internal static class CommandLine
{
    /// <summary>The arguments as C# expressions; null where it cannot be told for sure where one ends.</summary>
    public static IReadOnlyList<string>? Split(ExpressionSyntax text, SemanticModel model, CancellationToken cancellation)
    {
        var arguments = new List<string>();
        var parts = new List<(string Text, ExpressionSyntax? Hole)>();
        var (quoted, begun) = (false, false);
        foreach (var piece in SqlText.Of(text, model, cancellation).Pieces)
        {
            if (piece.Kind == SqlPieceKind.Hole)
            {
                if (piece.Format.Length > 0 || piece.Expression is null) return null;
                parts.Add(("", piece.Expression));
                begun = true;
                continue;
            }
            foreach (var c in piece.Value)
                switch (c)
                {
                    // What these mean depends on who reads them.
                    case '\\' or '\'' or '|' or ';' or '&' or '<' or '>' or '`' or '$' or '*' or '\n' or '\r': return null;
                    case '"':
                        quoted = !quoted;
                        begun = true;
                        break;
                    case ' ' or '\t' when !quoted:
                        if (begun) arguments.Add(Expression(parts, model, cancellation));
                        parts.Clear();
                        begun = false;
                        break;
                    default:
                        if (parts.Count > 0 && parts[parts.Count - 1].Hole is null) parts[parts.Count - 1] = (parts[parts.Count - 1].Text + c, null);
                        else parts.Add((c.ToString(), null));
                        begun = true;
                        break;
                }
        }
        if (quoted) return null;
        if (begun) arguments.Add(Expression(parts, model, cancellation));
        return arguments.Count == 0 || arguments.Any(argument => argument.Trim('"') is "-c" or "/c" or "/C" or "-Command" or "-EncodedCommand") ? null : arguments;
    }

    /// <summary>Whether a program takes commands apart itself.</summary>
    public static bool IsShell(string program) =>
        Path.GetFileNameWithoutExtension(program).ToLowerInvariant() is "sh" or "bash" or "zsh" or "dash" or "ksh" or "cmd" or "powershell" or "pwsh" or "env" or "sudo" or "xargs";

    private static string Expression(List<(string Text, ExpressionSyntax? Hole)> parts, SemanticModel model, CancellationToken cancellation)
    {
        if (parts.All(part => part.Hole is null)) return SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(string.Concat(parts.Select(part => part.Text)))).ToString();
        if (parts.Count == 1 && model.GetTypeInfo(parts[0].Hole!, cancellation) is { Type.SpecialType: SpecialType.System_String } type)
            return parts[0].Hole!.WithoutTrivia() + (type.Nullability.FlowState == NullableFlowState.MaybeNull ? " ?? \"\"" : "");
        var text = new StringBuilder("$\"");
        foreach (var (constant, hole) in parts)
            if (hole is null) text.Append(constant.Replace("{", "{{").Replace("}", "}}"));
            else text.Append('{').Append(hole is ConditionalExpressionSyntax ? $"({hole.WithoutTrivia()})" : hole.WithoutTrivia().ToString()).Append('}');
        return text.Append('"').ToString();
    }
}
