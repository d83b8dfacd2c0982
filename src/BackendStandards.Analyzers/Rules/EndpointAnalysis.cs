using System.Collections.Immutable;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Index;
using BackendStandards.Analyzers.Roslyn;
using BackendStandards.Analyzers.Rules.Api;
using BackendStandards.Analyzers.Rules.Contract;
using BackendStandards.Analyzers.Rules.Documentation;
using BackendStandards.Analyzers.Rules.Security;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Rules;

/// <summary>The host of the rules about endpoints: one model a compilation, asked document by document.</summary>
internal sealed class EndpointAnalysis : Analysis
{
    private static readonly ImmutableArray<EndpointRule> Rules = ImmutableArray.Create<EndpointRule>(
        new RouteNotVersioned(),
        new ResponseOutsideEnvelope(),
        new ErrorOutsideEnvelope(),
        new PageWithoutMeta(),
        new ErrorTextLost(),
        new AnswerNotInJsonContext(),
        new EndpointInputNotValidated(),
        new ValidationNeverRuns(),
        new ParameterWithoutBound(),
        new CredentialInUrl(),
        new UploadWithoutSizeLimit(),
        new UploadNotChecked(),
        new AuthorizationUndecided(),
        new AuthorizationOverridden(),
        new CredentialEndpointUnlimited(),
        new BodyOfBodilessVerb(),
        new EmptySuccess(),
        new ListWithoutPaging(),
        new EntityAnswered(),
        new EntityBound(),
        new CollectionIsSingular(),
        new VerbInPath(),
        new PathCasing(),
        new MalformedPath(),
        new VersionInconsistent(),
        new MethodNotDeclared(),
        new ErrorSentAsSuccess(),
        new EndpointNotDocumented(),
        new ResponseNotDeclared(),
        new PrivilegedFieldFromClient(),
        new ReadChangesState(),
        new IdentityFromClient(),
        new CreationAnsweredOk(),
        new ObjectNotTiedToCaller());

    // What these rules say of the application as a whole.
    private static readonly ImmutableArray<HostRule> OfApplication = ImmutableArray.Create<HostRule>(
        new ApplicationWithoutAuthorization(), new RequestSizeUnlimited(), new ApplicationNotDocumented(), new ApplicationDeclaresNoResponses(), new HeaderTaken());

    /// <summary>Lists the rules explicitly.</summary>
    public EndpointAnalysis()
        : base(Rules.Select(rule => rule.Descriptor).ToArray())
    {
    }

    public override void Start(RuleRegistration registration, Models models)
    {
        var compilation = registration.Compilation;
        // What a test maps is for that test.
        if (!AspNet.IsReferenced(compilation) || TestCode.Is(compilation, registration.Options)) return;
        var model = models.Endpoints;
        registration.OnDocument(document =>
        {
            var context = models.EndpointsIn(document);
            foreach (var endpoint in model.Concerning(document.SemanticModel.SyntaxTree, document.CancellationToken))
                foreach (var rule in Rules)
                    rule.Check(endpoint, context);
            var names = TreeIndex.Of(document.SemanticModel.SyntaxTree, document.CancellationToken);
            HostContext? host = null;
            foreach (var rule in OfApplication)
                if (rule.Names.Any(names.Mentions))
                    rule.Check(host ??= new HostContext(model, document));
        });
    }
}
