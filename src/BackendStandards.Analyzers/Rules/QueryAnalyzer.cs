using System.Collections.Immutable;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Index;
using BackendStandards.Analyzers.Queries;
using BackendStandards.Analyzers.Roslyn;
using BackendStandards.Analyzers.Rules.Api;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BackendStandards.Analyzers.Rules;

/// <summary>The host of the rules about queries: they stand in class libraries too, which know no endpoint.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class QueryAnalyzer : BackendAnalyzer
{
    private static readonly ImmutableArray<QueryRule> Rules = ImmutableArray.Create<QueryRule>(
        new PagingWithoutOrder(),
        new FilteredInMemory());

    /// <summary>Lists the rules explicitly.</summary>
    public QueryAnalyzer()
        : base(Rules.Select(rule => rule.Descriptor).ToArray())
    {
    }

    private protected override void Start(RuleRegistration registration)
    {
        var compilation = registration.Compilation;
        if (!QueryNames.AreReferenced(compilation) || TestCode.Is(compilation, registration.Options)) return;
        var code = new CodeBase(compilation);
        var endpoints = new Lazy<EndpointModel>(() => new EndpointModel(code));
        registration.OnDocument(document =>
        {
            var names = TreeIndex.Of(document.SemanticModel.SyntaxTree, document.CancellationToken);
            QueryContext? context = null;
            foreach (var rule in Rules)
                if (rule.Names.Any(names.Mentions))
                    rule.Check(context ??= new QueryContext(code, endpoints, document));
        });
    }
}
