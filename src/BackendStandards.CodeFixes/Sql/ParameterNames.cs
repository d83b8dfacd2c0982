using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Sql;

/// <summary>Names parameters after what they hold.</summary>
internal static class ParameterNames
{
    private static readonly Regex Marker = new(@"[@:](\w+)", RegexOptions.CultureInvariant);

    /// <summary>The identifier that a reader would call a value by.</summary>
    public static string Of(ExpressionSyntax value) => value switch
    {
        IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        // name.Trim() is still the name.
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: { } receiver, Name.Identifier.ValueText: var method } } =>
            receiver is IdentifierNameSyntax or MemberAccessExpressionSyntax && char.IsLower(Of(receiver)[0]) || method.StartsWith("To", StringComparison.Ordinal) || method.StartsWith("Trim", StringComparison.Ordinal) ? Of(receiver) : method,
        InvocationExpressionSyntax { Expression: SimpleNameSyntax method } => method.Identifier.ValueText,
        ConditionalAccessExpressionSyntax { WhenNotNull: MemberBindingExpressionSyntax binding } => binding.Name.Identifier.ValueText,
        ElementAccessExpressionSyntax element => Of(element.Expression),
        ParenthesizedExpressionSyntax parenthesized => Of(parenthesized.Expression),
        AwaitExpressionSyntax wait => Of(wait.Expression),
        PostfixUnaryExpressionSyntax postfix => Of(postfix.Operand),
        BinaryExpressionSyntax binary => Of(binary.Left),
        _ => "value",
    };

    /// <summary><c>Name</c> as <c>name</c>; a leading underscore goes away.</summary>
    public static string CamelCase(string name)
    {
        name = name.TrimStart('_');
        return name.Length == 0 ? "value" : char.ToLowerInvariant(name[0]) + name.Substring(1);
    }

    /// <summary>The names that a text uses already, behind <c>@</c> or <c>:</c>.</summary>
    public static IEnumerable<string> In(string text) => Marker.Matches(text).Cast<Match>().Select(match => match.Groups[1].Value);

    /// <summary>The name, with a number if it is taken.</summary>
    public static string Unique(string name, ISet<string> taken)
    {
        var unique = name;
        for (var i = 2; !taken.Add(unique); i++) unique = name + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return unique;
    }
}
