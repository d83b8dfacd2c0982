using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Sql;

/// <summary>Calls the member of Entity Framework Core that makes parameters of the holes: <c>FromSqlRaw($"…")</c> becomes <c>FromSql($"…")</c>.</summary>
internal static class EfCoreFix
{
    public static SqlFixPlan? Plan(SqlFixContext context)
    {
        if (context.Sink.Parent is not ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call } list } sink) return null;
        if (context.SymbolOf(call) is not IMethodSymbol method || Target(method) is not { } target || NameOf(call) is not { } name) return null;
        if (Filled(context, list, sink) is not { } filled) return null;
        if (context.Rewrite(new InterpolatedDialect(filled)) is not { } rewrite) return null;
        // Quotes inside a hole of a quoted text came with C# 11.
        if (rewrite.Parameters.Any(parameter => parameter.Value.ToString().Contains('"')) && context.Root.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: < LanguageVersion.CSharp11 }) return null;
        return new($"Use '{target}', which makes parameters of the holes", rewrite.IsCertain, () => Apply(context, list, name, target, filled, rewrite));
    }

    private static SimpleNameSyntax? NameOf(InvocationExpressionSyntax call) => (call.Expression as MemberAccessExpressionSyntax)?.Name;

    /// <summary>The member that takes a FormattableString, found by symbol; null for another library or version.</summary>
    private static string? Target(IMethodSymbol method)
    {
        if (method.ContainingType is not { Name: "RelationalQueryableExtensions" or "RelationalDatabaseFacadeExtensions" } type || !method.Name.Contains("Raw")) return null;
        return new[] { method.Name.Replace("Raw", ""), method.Name.Replace("Raw", "Interpolated") }.FirstOrDefault(name => type.GetMembers(name).OfType<IMethodSymbol>()
            .Any(candidate => candidate.Parameters.Any(parameter => parameter is { Name: "sql", Type: { Name: "FormattableString" } })));
    }

    /// <summary>The arguments that the text's own <c>{0}</c> are filled with; null where they cannot be told from the rest.</summary>
    private static List<ArgumentSyntax>? Filled(SqlFixContext context, ArgumentListSyntax list, ArgumentSyntax sink)
    {
        var filled = new List<ArgumentSyntax>();
        foreach (var argument in list.Arguments)
        {
            if (argument == sink) continue;
            var type = context.Model.GetTypeInfo(argument.Expression, context.Cancellation).Type;
            if (type?.Name == "CancellationToken" && argument == list.Arguments.Last()) continue;
            // A DbParameter is named in the text, and an array of values cannot be taken apart.
            if (argument.NameColon is not null || type is null or IArrayTypeSymbol || IsParameterOrList(type)) return null;
            filled.Add(argument);
        }
        return filled;
    }

    private static bool IsParameterOrList(ITypeSymbol type) => type.SpecialType != SpecialType.System_String
        && type.AllInterfaces.Any(contract => contract.Name is "IDataParameter" or "IEnumerable");

    private static SyntaxNode Apply(SqlFixContext context, ArgumentListSyntax list, SimpleNameSyntax name, string target, List<ArgumentSyntax> filled, SqlRewrite rewrite)
    {
        var root = context.Root.TrackNodes(new SyntaxNode[] { context.Place.Text, list, name }.Concat(filled).Concat(context.Place.Local is { } local ? [local.Type] : []));
        root = root.ReplaceNode(root.GetCurrentNode(context.Place.Text)!, rewrite.Text);
        foreach (var argument in filled) root = root.RemoveNode(root.GetCurrentNode(argument)!, SyntaxRemoveOptions.KeepNoTrivia)!;
        var current = root.GetCurrentNode(name)!;
        root = root.ReplaceNode(current, current.WithIdentifier(SyntaxFactory.Identifier(target).WithTriviaFrom(current.Identifier)));
        if (context.Place.Local is null) return root;
        var type = root.GetCurrentNode(context.Place.Local.Type)!;
        return root.ReplaceNode(type, SyntaxFactory.ParseTypeName(context.IsInScope("FormattableString") ? "FormattableString" : "System.FormattableString").WithTriviaFrom(type));
    }

    private sealed class InterpolatedDialect(List<ArgumentSyntax> filled) : SqlDialect
    {
        /// <inheritdoc/>
        public override bool Interpolates => true;

        public override string Marker(SqlParameter parameter) => parameter.Value.ToString();

        public override ExpressionSyntax? Filled(int index) => index < filled.Count ? filled[index].Expression : null;
    }
}
