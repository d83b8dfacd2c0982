using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace BackendStandards.CodeFixes.Sql;

/// <summary>Adds the values as parameters behind the statement that gives the command its text. The command must be a local that gets one text.</summary>
internal static class AdoNetFix
{
    public static SqlFixPlan? Plan(SqlFixContext context)
    {
        if (CommandOf(context) is not var (statement, command) || AdoNetDialect.Of(command.Type, Added(context, command)) is not { } dialect || context.Rewrite(dialect) is not { } rewrite) return null;
        if (rewrite.Parameters.Any(parameter => parameter.MayBeNull) && !context.IsInScope("DBNull")) return null;
        return new("Pass the values as parameters", rewrite.IsCertain, () => Apply(context, statement, command, dialect, rewrite));
    }

    private static SyntaxNode Apply(SqlFixContext context, StatementSyntax statement, ILocalSymbol command, AdoNetDialect dialect, SqlRewrite rewrite)
    {
        var added = rewrite.Parameters.Select(parameter => dialect.Add(command.Name, parameter).WithTrailingTrivia(LineBreaks.Of(context.Root)).WithAdditionalAnnotations(Formatter.Annotation)).ToList();
        var root = context.Root.TrackNodes(context.Place.Text, statement);
        root = root.ReplaceNode(root.GetCurrentNode(context.Place.Text)!, rewrite.Text);
        var current = root.GetCurrentNode(statement)!;
        root = current switch
        {
            UsingStatementSyntax { Statement: BlockSyntax block } => root.ReplaceNode(block, block.WithStatements(block.Statements.InsertRange(0, added))),
            { Parent: GlobalStatementSyntax global } => root.InsertNodesAfter(global, added.Select(one => SyntaxFactory.GlobalStatement(one))),
            _ => root.InsertNodesAfter(current, added),
        };
        return root is CompilationUnitSyntax unit && !context.IsInScope("SqlDbType") && rewrite.Parameters.Any(dialect.NamesSqlDbType) ? UsingDirectives.Add(unit, "System.Data") : root;
    }

    /// <summary>The statement behind which the command has its text, and the command.</summary>
    private static (StatementSyntax Statement, ILocalSymbol Command)? CommandOf(SqlFixContext context)
    {
        var sink = (SyntaxNode)context.Sink;
        while (sink.Parent is ParenthesizedExpressionSyntax) sink = sink.Parent;
        switch (sink.Parent)
        {
            case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax name }, Parent: ExpressionStatementSyntax statement } when Holds(statement):
                return context.SymbolOf(name) is ILocalSymbol local && IsGivenOneText(context, local, statement) ? (statement, local) : null;
            case AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax creation } }: return Declared(context, creation);
            case ArgumentSyntax { Parent.Parent: ExpressionSyntax and (BaseObjectCreationExpressionSyntax or InvocationExpressionSyntax) and var made }: return Declared(context, made);
            default: return null;
        }
    }

    private static (StatementSyntax, ILocalSymbol)? Declared(SqlFixContext context, ExpressionSyntax made)
    {
        if (made.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1 } declaration } declarator }) return null;
        StatementSyntax? statement = declaration.Parent switch
        {
            LocalDeclarationStatementSyntax local when Holds(local) => local,
            UsingStatementSyntax { Statement: BlockSyntax } block => block,
            _ => null,
        };
        return statement is not null && context.Model.GetDeclaredSymbol(declarator, context.Cancellation) is ILocalSymbol command && !IsGivenAnotherText(context, command, statement) ? (statement, command) : null;
    }

    /// <summary>Whether a statement can be followed by others.</summary>
    private static bool Holds(StatementSyntax statement) => statement.Parent is BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax;

    /// <summary>Whether the command is made beside the statement, and gets no other text: in a loop its parameters would add up.</summary>
    private static bool IsGivenOneText(SqlFixContext context, ILocalSymbol command, StatementSyntax statement)
    {
        var declaration = command.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.Cancellation).FirstAncestorOrSelf<StatementSyntax>();
        var isBeside = declaration switch
        {
            LocalDeclarationStatementSyntax local => local.Parent == statement.Parent || (local.Parent is GlobalStatementSyntax && statement.Parent is GlobalStatementSyntax),
            UsingStatementSyntax block => block.Statement == statement.Parent,
            _ => false,
        };
        return isBeside && Texts(context, command, statement) == 1;
    }

    /// <summary>The names in <c>command.Parameters.Add…("@name", …)</c>: a second parameter of that name would be refused.</summary>
    private static IEnumerable<string> Added(SqlFixContext context, ILocalSymbol command) => ScopeOf(context, context.Sink).DescendantNodes().OfType<MemberAccessExpressionSyntax>()
        .Where(access => access is { Name.Identifier.ValueText: "Parameters", Expression: IdentifierNameSyntax name } && name.Identifier.ValueText == command.Name
            && access.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not null && SymbolEqualityComparer.Default.Equals(context.SymbolOf(name), command))
        .SelectMany(access => access.FirstAncestorOrSelf<InvocationExpressionSyntax>()!.ArgumentList.DescendantNodes().OfType<LiteralExpressionSyntax>())
        .Where(literal => literal.IsKind(SyntaxKind.StringLiteralExpression)).Select(literal => literal.Token.ValueText.TrimStart('@', ':', '?'));

    private static SyntaxNode ScopeOf(SqlFixContext context, SyntaxNode node) => node.Ancestors().FirstOrDefault(up => up is MemberDeclarationSyntax and not GlobalStatementSyntax) ?? context.Root;

    private static bool IsGivenAnotherText(SqlFixContext context, ILocalSymbol command, StatementSyntax statement) => Texts(context, command, statement) > 0;

    private static int Texts(SqlFixContext context, ILocalSymbol command, StatementSyntax statement)
    {
        return ScopeOf(context, statement).DescendantNodes().OfType<AssignmentExpressionSyntax>().Count(assignment => assignment.Left is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CommandText", Expression: IdentifierNameSyntax name }
            && name.Identifier.ValueText == command.Name && SymbolEqualityComparer.Default.Equals(context.SymbolOf(name), command));
    }
}
