using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Endpoints.Facts;

/// <summary>
/// Who may call an endpoint. <paramref name="From"/> is the place that decides, null where there is none; <paramref name="Reason"/> says in a few words what it
/// is, or why it is not known. <paramref name="Requirements"/> are all demands, innermost first, also those that an anonymous statement makes void.
/// </summary>
internal sealed record EndpointAuthorization(AuthorizationState State, SyntaxNode? From, string Reason, IReadOnlyList<AuthorizationRequirement> Requirements)
{
    /// <summary>The statements that allow anonymous callers, innermost first.</summary>
    public IReadOnlyList<Statement> Anonymous { get; init; } = [];

    /// <summary>The demands that an anonymous statement farther out makes void, each with that statement: an author who wrote them meant otherwise.</summary>
    public IEnumerable<(AuthorizationRequirement Requirement, Statement Anonymous)> Overridden =>
        from requirement in Requirements
        where !requirement.Statement.Maybe
        let outer = Anonymous.FirstOrDefault(statement => !statement.Maybe && statement.Level > requirement.Statement.Level)
        where outer is not null && !Anonymous.Any(statement => statement.Level <= requirement.Statement.Level)
        select (requirement, outer);
}
