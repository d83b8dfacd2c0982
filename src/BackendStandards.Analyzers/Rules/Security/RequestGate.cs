using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Hosting;
using BackendStandards.Analyzers.Validation;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>What stands between a request and the members of its model: filters, validators, code that tests them by hand.</summary>
internal sealed class RequestGate(EndpointContext context)
{
    private readonly Dictionary<RequestUse, bool> _open = [];
    private readonly Dictionary<ISymbol, bool> _tested = new(SymbolEqualityComparer.Default);

    /// <summary>Whether surely nothing keeps a member small on this way in.</summary>
    public bool LetsThrough(RequestUse use, InputMember member, INamedTypeSymbol type)
    {
        var cancellation = context.Cancellation;
        if (context.Entities.Include(type, cancellation) || ModelConstraints.JudgesItself(type, cancellation)) return false;
        if (!_open.TryGetValue(use, out var open)) _open[use] = open = IsOpen(use);
        if (!open) return false;
        var rules = new ValidatorRules(context.Model.Code);
        if (rules.AreElsewhere(type, cancellation) || rules.AreElsewhere(use.Model, cancellation) || rules.MayBound(member.Property, cancellation)) return false;
        if (!_tested.TryGetValue(member.Property, out var tested))
            _tested[member.Property] = tested = new SizeTests(context.Model.Code, cancellation).MayBound(member.Property, [type.Name, use.Model.Name]);
        return !tested;
    }

    /// <summary>Whether annotations are read where a model comes in, and are how it is validated.</summary>
    public bool ReadsAnnotations(RequestUse use) => (!HasValidator(use) && MayAnnotate(use.Endpoint)) || ModelConstraints.AreDeclared(InputTypes.Closure(use.Model));

    /// <summary>What would bound the member, in the words of whatever validates the model.</summary>
    public string Advice(RequestUse use, Constraint bound) => !ReadsAnnotations(use) && HasValidator(use) && bound.Rule is { } rule ? $"{rule} in its validator" : $"[{bound.Attribute}]";

    /// <summary>Whether surely nothing keeps a parameter small that is no model, and annotations would.</summary>
    public bool LetsThrough(Endpoint endpoint, IParameterSymbol parameter) =>
        MayAnnotate(endpoint) && IsOpen(endpoint, parameter) && !new SizeTests(context.Model.Code, context.Cancellation).MayBound(parameter);

    private bool HasValidator(RequestUse use) => context.Validators.Exist(use.Model, context.Cancellation);

    private bool MayAnnotate(Endpoint endpoint) => endpoint.Controller is { } controller && ControllerTypes.IsApi(controller)
        || (endpoint.Kind == EndpointKind.Minimal && context.Model.Hosting.Registers("AddValidation", context.Cancellation) == Answer.Yes);

    private bool IsOpen(RequestUse use) => IsOpen(use.Endpoint, use.Parameter)
        && !ModelConstraints.JudgesItself(use.Model, context.Cancellation)
        && EndpointInputs.IsUnguarded(use.Parameter, context, annotationsRun: true, membersCount: false)
        // Where nothing at all is checked, that is the finding.
        && !EndpointInputNotValidated.IsUnchecked(use.Endpoint, use.Parameter, use.Model, context, out _);

    private bool IsOpen(Endpoint endpoint, IParameterSymbol parameter)
    {
        var cancellation = context.Cancellation;
        return !EndpointInputs.IsMarked(endpoint, parameter)
            && !parameter.GetAttributes().Any(static attribute => ModelConstraints.IsConstraint(attribute) && attribute.AttributeClass is not { Name: "RequiredAttribute" })
            && !EndpointInputs.MayBeFiltered(endpoint, FilterTypes.MayTest, cancellation)
            && !(endpoint.Controller is not null && context.Model.Hosting.Access.FiltersForAll(cancellation).Any(filter => FilterTypes.MayTest(filter, cancellation)))
            // A convention or filter for all that another assembly registers.
            && !context.Model.Hosting.MayHoldMore(HostSide.Services, cancellation);
    }
}
