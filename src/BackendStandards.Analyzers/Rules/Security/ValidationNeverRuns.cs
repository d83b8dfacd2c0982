using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Hosting;
using BackendStandards.Analyzers.Validation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>BST3002: a model with annotations or a validator that nothing runs.</summary>
internal sealed class ValidationNeverRuns() : EndpointRule(RuleCatalog.ValidationNeverRuns)
{
    /// <summary>The property of a finding that says what its fix does: one of the two below.</summary>
    internal const string Remedy = "remedy";
    internal const string Register = "register";
    internal const string Test = "test";

    private static readonly ImmutableDictionary<string, string?> None = ImmutableDictionary<string, string?>.Empty;

    private static readonly string[] Conventions = ["IApplicationModelConvention", "IControllerModelConvention", "IActionModelConvention", "IApplicationModelProvider"];

    public override void Check(Endpoint endpoint, EndpointContext context)
    {
        if (endpoint.Kind is not (EndpointKind.Minimal or EndpointKind.Controller) || endpoint.Handler is not { } handler
            || !handler.DeclaringSyntaxReferences.Any(reference => context.IsHere(reference.SyntaxTree))) return;
        foreach (var input in EndpointInputs.Of(endpoint, context))
        {
            if (EndpointInputs.PlaceOf(input.Key, context) is not { } place) continue;
            if (input.FirstOrDefault(static parameter => parameter.Source == BindingSource.Services && HasConstraint(parameter.Member)) is { } service)
            {
                context.Report(this, place, None, service.Name, context.Describe(endpoint), "it comes from the services, where annotations are not read");
                continue;
            }
            var model = EndpointInputs.ModelOf(input);
            IReadOnlyList<INamedTypeSymbol> models = model is null ? [] : InputTypes.Closure(model);
            if (!HasInput(input) || EndpointInputs.IsMarked(endpoint, input.Key)) continue;
            var found = models.Any(type => context.Validators.Exist(type, context.Cancellation)) ? WithValidator(model!, endpoint, input.Key, context)
                : !ModelConstraints.AreDeclared(models) && !input.Any(parameter => IsConstrained(parameter)) ? null
                : endpoint.Controller is { } controller ? OfAction(endpoint, controller, input.Key, context) : OfMinimal(endpoint, input.Key, context);
            if (found is { } reason) context.Report(this, place, reason.Remedy is null ? None : None.Add(Remedy, reason.Remedy), model?.Name ?? input.Key.Name, context.Describe(endpoint), reason.Text);
        }
    }

    private static bool HasInput(IEnumerable<EndpointParameter> input) =>
        input.Any(static parameter => parameter.Source is BindingSource.Body or BindingSource.Form or BindingSource.Query or BindingSource.Route or BindingSource.Header or BindingSource.Model);

    // A value of the route is always there.
    private static bool IsConstrained(EndpointParameter parameter) => Attributes(parameter.Member).Any(attribute =>
        ModelConstraints.Refuses(attribute, parameter.Type) && !(parameter.Source == BindingSource.Route && attribute.AttributeClass is { Name: "RequiredAttribute" }));

    private static bool HasConstraint(ISymbol member) => Attributes(member).Any(ModelConstraints.IsConstraint);

    private static IEnumerable<AttributeData> Attributes(ISymbol member) => member is IParameterSymbol parameter ? Symbols.InheritedAttributes(parameter) : member.GetAttributes();

    private (string Text, string? Remedy)? WithValidator(INamedTypeSymbol model, Endpoint endpoint, IParameterSymbol parameter, EndpointContext context)
    {
        var uses = new ValidatorUses(context.Model.Code, context.Cancellation);
        if (context.RememberForAll(this, nameof(ValidatorUses), () => uses.MayBeCalledByType() || context.Model.Hosting.MayHoldMore(HostSide.Services, context.Cancellation))) return null;
        return uses.Uncalled(model) is { } validator && !IsCheckedOtherwise(endpoint, parameter, context) ? ($"nothing calls '{validator.Name}': have a filter or the handler do it", null) : null;
    }

    private static bool IsCheckedOtherwise(Endpoint endpoint, IParameterSymbol parameter, EndpointContext context) =>
        EndpointInputs.MayBeFiltered(endpoint, context) || context.Model.Hosting.ValidatesGlobally(context.Cancellation) || !EndpointInputs.IsUnguarded(parameter, context, annotationsRun: false);

    private (string Text, string? Remedy)? OfMinimal(Endpoint endpoint, IParameterSymbol parameter, EndpointContext context)
    {
        switch (context.RememberForAll(this, nameof(Register), () => context.Model.Hosting.Registers("AddValidation", context.Cancellation)))
        {
            case Answer.No when !IsCheckedOtherwise(endpoint, parameter, context):
                return context.Model.Code.Compilation.ReferencedAssemblyNames.Any(static assembly => assembly.Name == "Microsoft.Extensions.Validation")
                    ? ("minimal APIs read no annotations until builder.Services.AddValidation() is called", Register)
                    : ("minimal APIs read no annotations: add an endpoint filter that does", null);
            case Answer.Yes when IsSwitchedOff(endpoint) && !IsCheckedOtherwise(endpoint, parameter, context):
                return ("DisableValidation switches it off", null);
            default:
                return null;
        }
    }

    // app.MapPost(…).DisableValidation()
    private static bool IsSwitchedOff(Endpoint endpoint)
    {
        for (var call = endpoint.Declaration; call?.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax next } access && access.Expression == call; call = next)
            if (access.Name.Identifier.ValueText == "DisableValidation") return true;
        return false;
    }

    private (string Text, string? Remedy)? OfAction(Endpoint endpoint, INamedTypeSymbol controller, IParameterSymbol parameter, EndpointContext context)
    {
        var isApi = ControllerTypes.IsApi(controller);
        if (isApi && !context.RememberForAll(this, nameof(IsSuppressed), () => IsSuppressed(context))) return null;
        // A page that is asked for is shown, whatever it is asked with.
        if (!isApi && Symbols.Derives(controller, "Controller") && endpoint.Verbs(context.Cancellation)?.Any(static verb => verb is "POST" or "PUT" or "PATCH") != true) return null;
        if (context.RememberForAll(this, nameof(ModelStateChecks), () => MayBeCheckedForAll(context.Model.Code, context.Model.Hosting, context.Cancellation))
            || new ModelStateChecks(context.Model.Code, context.Cancellation).MayRun(endpoint.Handler!, controller) || IsCheckedOtherwise(endpoint, parameter, context)) return null;
        return (isApi ? "SuppressModelStateInvalidFilter takes the check of [ApiController] away, and nothing tests ModelState.IsValid" : "nothing tests ModelState.IsValid, as [ApiController] would", Test);
    }

    // A filter or a convention for all controllers, or code that is not seen.
    private static bool MayBeCheckedForAll(CodeBase code, HostingModel hosting, CancellationToken cancellation) =>
        hosting.ValidatesGlobally(cancellation)
        || hosting.Access.FiltersForAll(cancellation).Any(filter => FilterTypes.MayValidate(filter, cancellation))
        || Conventions.Any(name => code.WrittenTreesWith(name, cancellation).Any())
        || hosting.MayHoldMore(HostSide.Services, cancellation);

    private static bool IsSuppressed(EndpointContext context)
    {
        var writes = context.Model.Hosting.OptionWrites("ApiBehaviorOptions", "SuppressModelStateInvalidFilter", context.Cancellation).ToList();
        return writes.Count > 0 && writes.TrueForAll(static write => write.Guard is HostGuard.Always or HostGuard.NotDevelopment && write.Value.ConstantValue.Value is true);
    }
}
