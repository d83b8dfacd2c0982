using System.Collections.Immutable;
using BackendStandards.Analyzers.Index;
using BackendStandards.Analyzers.Queries;
using BackendStandards.Analyzers.Roslyn;
using BackendStandards.Analyzers.Rules.Api;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Rules;

/// <summary>The host of the rules about queries: they stand in class libraries too, which know no endpoint.</summary>
internal sealed class QueryAnalysis : Analysis
{
    private static readonly ImmutableArray<QueryRule> Rules = ImmutableArray.Create<QueryRule>(
        new PagingWithoutOrder(),
        new FilteredInMemory());

    /// <summary>Lists the rules explicitly.</summary>
    public QueryAnalysis()
        : base(Rules.Select(rule => rule.Descriptor).ToArray())
    {
    }

    public override void Start(RuleRegistration registration, Models models)
    {
        var compilation = registration.Compilation;
        if (!QueryNames.AreReferenced(compilation) || TestCode.Is(compilation, registration.Options)) return;
        registration.OnDocument(document =>
        {
            var names = TreeIndex.Of(document.SemanticModel.SyntaxTree, document.CancellationToken);
            QueryContext? context = null;
            foreach (var rule in Rules)
                if (rule.Names.Any(names.Mentions))
                    rule.Check(context ??= new QueryContext(models, document));
        });
    }
}
