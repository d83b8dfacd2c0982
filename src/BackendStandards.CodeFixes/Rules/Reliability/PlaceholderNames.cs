using System.Collections.Immutable;
using BackendStandards.Analyzers.Roslyn;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Reliability;

/// <summary>Names placeholders after the expressions that fill them: PascalCase, and unique in a template.</summary>
internal sealed class PlaceholderNames(IEnumerable<string> taken)
{
    private const string Unnamed = "Value";

    // Alone, these say too little: the owner's name goes before them.
    private static readonly ImmutableHashSet<string> Vague = ImmutableHashSet.Create(
        StringComparer.Ordinal, "Id", "Name", "Value", "Count", "Length", "Key", "Type", "Status", "State", "Code", "Message", "Title", "Number", "Text", "Path", "Version", "Kind", "Description", "Email", "Result", "Date");

    private static readonly ImmutableHashSet<string> Conversions = ImmutableHashSet.Create(
        StringComparer.Ordinal, "ToString", "Trim", "ToLower", "ToUpper", "ToLowerInvariant", "ToUpperInvariant", "ToList", "ToArray", "ConfigureAwait", "GetValueOrDefault", "First", "FirstOrDefault", "Single", "SingleOrDefault", "Last");

    private static readonly ImmutableHashSet<string> Verbs = ImmutableHashSet.Create(StringComparer.Ordinal, "get", "create", "read", "load", "fetch", "find", "compute", "calculate", "format", "build", "resolve");

    private readonly HashSet<string> _taken = new(taken, StringComparer.OrdinalIgnoreCase);

    /// <summary>A name for the placeholder of an expression.</summary>
    public string NameFor(ExpressionSyntax expression)
    {
        var name = NameOf(expression) is { Length: > 0 } found && !char.IsDigit(found[0]) ? found : Unnamed;
        var unique = name;
        for (var number = 2; !_taken.Add(unique); number++) unique = $"{name}{number}";
        return unique;
    }

    private static string? NameOf(ExpressionSyntax? expression) => expression switch
    {
        IdentifierNameSyntax name => Pascal(name.Identifier.ValueText),
        GenericNameSyntax name => Pascal(name.Identifier.ValueText),
        PredefinedTypeSyntax name => Pascal(name.ToString()),
        ParenthesizedExpressionSyntax inner => NameOf(inner.Expression),
        CastExpressionSyntax cast => NameOf(cast.Expression),
        AwaitExpressionSyntax awaited => NameOf(awaited.Expression),
        PostfixUnaryExpressionSyntax postfix => NameOf(postfix.Operand),
        PrefixUnaryExpressionSyntax prefix => NameOf(prefix.Operand),
        ElementAccessExpressionSyntax element => NameOf(element.Expression),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression or (int)SyntaxKind.AsExpression } either => NameOf(either.Left),
        MemberAccessExpressionSyntax member => Member(member.Name, member.Expression),
        ConditionalAccessExpressionSyntax access => OfConditional(access),
        TypeOfExpressionSyntax type => NameOf(type.Type),
        InvocationExpressionSyntax call => OfCall(call, null),
        _ => null,
    };

    private static string? OfConditional(ConditionalAccessExpressionSyntax access) => access.WhenNotNull switch
    {
        MemberBindingExpressionSyntax member => Member(member.Name, access.Expression),
        InvocationExpressionSyntax call => OfCall(call, access.Expression),
        ConditionalAccessExpressionSyntax { Expression: MemberBindingExpressionSyntax } inner => OfConditional(inner),
        _ => NameOf(access.WhenNotNull) ?? NameOf(access.Expression),
    };

    private static string? OfCall(InvocationExpressionSyntax call, ExpressionSyntax? receiver)
    {
        var (method, owner) = call.Expression switch
        {
            MemberAccessExpressionSyntax member => (member.Name.Identifier.ValueText, member.Expression),
            MemberBindingExpressionSyntax member => (member.Name.Identifier.ValueText, receiver),
            SimpleNameSyntax name => (name.Identifier.ValueText, null),
            _ => ("", null),
        };
        if (method == "nameof" && call.ArgumentList.Arguments.Count == 1) return NameOf(call.ArgumentList.Arguments[0].Expression);
        if (method == "Join" && call.ArgumentList.Arguments.Count == 2) return NameOf(call.ArgumentList.Arguments[1].Expression);
        if (Conversions.Contains(method) && owner is not null) return NameOf(owner);
        var words = Words.Split(method);
        if (words.Count > 1 && words[words.Count - 1] == "async") words = words.Take(words.Count - 1).ToList();
        if (words.Count > 1 && Verbs.Contains(words[0])) words = words.Skip(1).ToList();
        return Joined(words);
    }

    private static string? Member(SimpleNameSyntax member, ExpressionSyntax owner)
    {
        var name = Pascal(member.Identifier.ValueText);
        if (!Vague.Contains(name) || owner is ThisExpressionSyntax or BaseExpressionSyntax) return name;
        if (owner is ElementAccessExpressionSyntax or InvocationExpressionSyntax && NameOf(owner) is null) return name;
        var prefix = NameOf(owner);
        if (prefix is "Ex" or "E" or "Exception") prefix = "Error";
        return prefix is null || prefix.Length == 1 || name.StartsWith(prefix, StringComparison.Ordinal) ? name : prefix + name;
    }

    // Of the words of an identifier those runs of capitals are kept that it has: userID is UserID.
    private static string Pascal(string identifier)
    {
        var name = new string(identifier.TrimStart('_').Where(c => c is '_' || (c < 128 && char.IsLetterOrDigit(c))).ToArray());
        if (name.Length > 2 && name[1] == '_' && name[0] is 's' or 'm') name = name.Substring(2);
        return name.Contains('_') ? Joined(Words.Split(name)) : name.Length == 0 ? "" : char.ToUpperInvariant(name[0]) + name.Substring(1);
    }

    private static string Joined(IEnumerable<string> words) =>
        string.Concat(words.Select(word => new string(word.Where(c => c < 128).ToArray())).Where(word => word.Length > 0).Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1)));
}
