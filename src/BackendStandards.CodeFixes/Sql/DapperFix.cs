using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Sql;

/// <summary>Hands the values over in Dapper's anonymous object, merging into one that is there.</summary>
internal static class DapperFix
{
    public static SqlFixPlan? Plan(SqlFixContext context)
    {
        if (context.Sink.Parent is not ArgumentSyntax { Parent: ArgumentListSyntax list } sink || context.SymbolOf(list.Parent!) is not IMethodSymbol method || !IsDapper(method)) return null;
        var given = Given(list, method, sink);
        if (given.IsUnknown) return null;
        var connection = list.Parent is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: { } receiver } } ? context.Model.GetTypeInfo(receiver, context.Cancellation).Type : null;
        var dialect = new DapperDialect(connection, given.Object);
        if (context.Rewrite(dialect) is not { } rewrite || rewrite.Parameters.Any(parameter => dialect.Holds(parameter.Name))) return null;
        return new("Pass the values as parameters", rewrite.IsCertain, () => Apply(context, list, sink, given, rewrite));
    }

    private static bool IsDapper(IMethodSymbol method) => method.ContainingType is { Name: "SqlMapper" or "CommandDefinition", ContainingNamespace: { Name: "Dapper", ContainingNamespace.IsGlobalNamespace: true } };

    private static SyntaxNode Apply(SqlFixContext context, ArgumentListSyntax list, ArgumentSyntax sink, GivenParameters given, SqlRewrite rewrite)
    {
        var made = (AnonymousObjectCreationExpressionSyntax)SyntaxFactory.ParseExpression($"new {{ {string.Join(", ", rewrite.Parameters.Select(Member))} }}");
        var root = context.Root.TrackNodes(context.Place.Text, list, given.Argument ?? sink);
        root = root.ReplaceNode(root.GetCurrentNode(context.Place.Text)!, rewrite.Text);
        if (given.Argument is { } argument)
        {
            var current = root.GetCurrentNode(argument)!;
            return root.ReplaceNode(current.Expression, given.Object is { Initializers.Count: > 0 } existing ? Merged(existing, made) : made.WithTriviaFrom(current.Expression));
        }
        var arguments = root.GetCurrentNode(list)!;
        var added = SyntaxFactory.Argument(made);
        if (given.Name is { } name) added = added.WithNameColon(SyntaxFactory.NameColon(SyntaxFactory.IdentifierName(name)).WithTrailingTrivia(SyntaxFactory.Space));
        // No positional argument can follow a named one that is out of its place.
        var at = list.Arguments.IndexOf(sink) + 1;
        if (given.Name is not null && list.Arguments.Skip(at).Any(argument => argument.NameColon is null)) at = list.Arguments.Count;
        return root.ReplaceNode(arguments, Insert(arguments, at, added));
    }

    /// <summary>The object that is there with more members behind its own; what is written between them stays.</summary>
    private static AnonymousObjectCreationExpressionSyntax Merged(AnonymousObjectCreationExpressionSyntax existing, AnonymousObjectCreationExpressionSyntax added)
    {
        var nodes = existing.Initializers.GetWithSeparators().ToList();
        var last = existing.Initializers[existing.Initializers.Count - 1];
        var endsWithComma = nodes[nodes.Count - 1].IsToken;
        var ending = endsWithComma ? nodes[nodes.Count - 1].AsToken().TrailingTrivia : last.GetTrailingTrivia();
        // Members on lines of their own get company there; a comment stays with what it speaks of.
        var lineBreak = ending.FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        var isMultiline = lineBreak.IsKind(SyntaxKind.EndOfLineTrivia);
        // Not elastic: the formatter would move the members.
        var comma = SyntaxFactory.Token(SyntaxTriviaList.Empty, SyntaxKind.CommaToken, SyntaxTriviaList.Empty);
        if (!endsWithComma)
        {
            nodes[nodes.Count - 1] = last.WithoutTrailingTrivia();
            nodes.Add(comma.WithTrailingTrivia(isMultiline ? ending : SyntaxFactory.TriviaList(SyntaxFactory.Space)));
        }
        var indentation = SyntaxFactory.TriviaList(last.GetLeadingTrivia().Reverse().TakeWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)));
        for (var i = 0; i < added.Initializers.Count; i++)
        {
            var isLast = i == added.Initializers.Count - 1;
            var member = added.Initializers[i].WithoutTrivia();
            if (isMultiline) member = member.WithLeadingTrivia(indentation);
            if (isLast && !endsWithComma) member = isMultiline ? member.WithTrailingTrivia(lineBreak) : member.WithTrailingTrivia(ending);
            nodes.Add(member);
            if (!isLast || endsWithComma) nodes.Add(comma.WithTrailingTrivia(isMultiline ? lineBreak : SyntaxFactory.Space));
        }
        return existing.WithInitializers(SyntaxFactory.SeparatedList<AnonymousObjectMemberDeclaratorSyntax>(nodes));
    }

    private static ArgumentListSyntax Insert(ArgumentListSyntax list, int at, ArgumentSyntax argument)
    {
        var nodes = list.Arguments.GetWithSeparators().Insert((at * 2) - 1, SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space)).Insert(at * 2, argument);
        return list.WithArguments(SyntaxFactory.SeparatedList<ArgumentSyntax>(nodes));
    }

    /// <summary><c>name</c>, where the expression gives that name by itself, else <c>name = expression</c>.</summary>
    private static string Member(SqlParameter parameter) => parameter.Value is IdentifierNameSyntax or MemberAccessExpressionSyntax && ParameterNames.Of(parameter.Value) == parameter.Name
        ? parameter.Value.ToString()
        : $"{parameter.Name} = {parameter.Value}";

    /// <summary>The parameters that the call hands over already.</summary>
    private static GivenParameters Given(ArgumentListSyntax list, IMethodSymbol method, ArgumentSyntax sink)
    {
        var parameters = (method.ReducedFrom is null ? method : method).Parameters;
        var target = parameters.FirstOrDefault(parameter => parameter.Name is "param" or "parameters");
        if (target is null) return GivenParameters.Unknown;
        var at = list.Arguments.IndexOf(sink);
        var named = list.Arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == target.Name);
        var given = named ?? (target.Ordinal < list.Arguments.Count && list.Arguments.Take(target.Ordinal + 1).All(argument => argument.NameColon is null) ? list.Arguments[target.Ordinal] : null);
        if (given is null) return new(null, null, target.Ordinal == at + 1 && sink.NameColon is null ? null : target.Name, false);
        return given.Expression switch
        {
            AnonymousObjectCreationExpressionSyntax made => new(given, made, null, false),
            LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression or (int)SyntaxKind.DefaultLiteralExpression } => new(given, null, null, false),
            _ => GivenParameters.Unknown,
        };
    }

    private sealed record GivenParameters(ArgumentSyntax? Argument, AnonymousObjectCreationExpressionSyntax? Object, string? Name, bool IsUnknown)
    {
        public static readonly GivenParameters Unknown = new(null, null, null, true);
    }

    private sealed class DapperDialect(ITypeSymbol? connection, AnonymousObjectCreationExpressionSyntax? existing) : SqlDialect
    {
        private bool IsNpgsql => connection?.Name == "NpgsqlConnection";

        /// <inheritdoc/>
        public override bool IsStrictAboutText => IsNpgsql;

        // On an interface the database is not known, and Npgsql has no IN @list.
        public override bool TakesLists => connection is { TypeKind: TypeKind.Class, IsAbstract: false };

        public override string Marker(SqlParameter parameter) => "@" + parameter.Name;

        public override string NameOf(ExpressionSyntax value) => value is IdentifierNameSyntax or MemberAccessExpressionSyntax ? ParameterNames.Of(value) : base.NameOf(value);

        public override string List(SqlParameter parameter, bool isNegated) =>
            IsNpgsql ? $"{(isNegated ? "<> ALL" : "= ANY")}({Marker(parameter)})" : base.List(parameter, isNegated);

        /// <summary>Whether the object that is there has a member of this name that the text does not show.</summary>
        public bool Holds(string name) => existing?.Initializers.Any(member => (member.NameEquals?.Name.Identifier.ValueText ?? ParameterNames.Of(member.Expression)) == name) ?? false;
    }
}
