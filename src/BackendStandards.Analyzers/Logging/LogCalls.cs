using System.Collections.Immutable;
using BackendStandards.Analyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Logging;

/// <summary>
/// Recognises the calls that write to logs, traces, the console and exception messages. A library's methods are known by the type that declares them
/// and by the names of their parameters.
/// </summary>
internal static class LogCalls
{
    private const string Extensions = "Microsoft.Extensions.Logging.LoggerExtensions";
    private const string Logger = "Microsoft.Extensions.Logging.ILogger";

    // The types whose methods write, each with the beginnings of the methods' names; empty for all of them.
    private static readonly TypeMap<string[]> Writers = new(
    [
        (Extensions, ["Log", "BeginScope"]),
        (Logger, ["Log", "BeginScope"]),
        ("Serilog.Log", ["Verbose", "Debug", "Information", "Warning", "Error", "Fatal", "Write", "ForContext"]),
        ("Serilog.ILogger", ["Verbose", "Debug", "Information", "Warning", "Error", "Fatal", "Write", "ForContext"]),
        ("Serilog.Context.LogContext", ["PushProperty"]),
        ("NLog.ILogger", ["Trace", "Debug", "Info", "Warn", "Error", "Fatal", "Log"]),
        ("NLog.ILoggerBase", ["Log"]),
        ("NLog.Logger", ["Trace", "Debug", "Info", "Warn", "Error", "Fatal", "Log", "PushScopeProperty"]),
        ("NLog.ScopeContext", ["PushProperty"]),
        ("System.Console", ["Write"]),
        ("System.Diagnostics.Trace", ["Write", "Trace"]),
        ("System.Diagnostics.Debug", ["Write", "Print", "Fail"]),
        ("log4net.ILog", ["Debug", "Info", "Warn", "Error", "Fatal"]),
        ("System.Diagnostics.TraceSource", ["Trace"]),
        ("System.Diagnostics.EventLog", ["Write"]),
        ("System.Diagnostics.Activity", ["SetTag", "AddTag", "SetBaggage", "AddBaggage"]),
    ]);

    // The text with placeholders, by the parameter's name.
    private static readonly ImmutableHashSet<string> TextParameters = Set("message", "messageFormat", "messageTemplate", "format", "value", "buffer", "detailMessage");

    // What fills the placeholders, or the value itself.
    private static readonly ImmutableHashSet<string> ValueParameters = Set(
        "args", "arg", "arg0", "arg1", "arg2", "arg3", "propertyValue", "propertyValue0", "propertyValue1", "propertyValue2", "propertyValues", "argument",
        "argument1", "argument2", "argument3", "value", "values", "data", "state", "properties");

    private static readonly ImmutableHashSet<string> NameParameters = Set("key", "propertyName", "propertyKey", "name", "category");

    /// <summary>What a call or object creation writes; null for one that writes nothing that this model knows.</summary>
    public static LogCall? Read(IOperation operation) => operation switch
    {
        IInvocationOperation call => ReadCall(call),
        IObjectCreationOperation { Type: INamedTypeSymbol type } creation when IsException(type) => Exception(creation, type),
        _ => null,
    };

    private static LogCall? ReadCall(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (Writers.TryGet(method.ContainingType, out var names) ? Begins(method.Name, names!) : IsConsoleWriter(call))
            return new LogCall(method.Name, FromParameters(call.Arguments));
        if (IsDelegateOfDefine(method)) return new LogCall(MemberName(call.Instance), Rest(call.Arguments));
        return method.ReturnsVoid && method.GetAttributes().Any(IsMessageAttribute) ? new LogCall(method.Name, Rest(call.Arguments, named: true)) : null;
    }

    private static ImmutableArray<LoggedValue> FromParameters(ImmutableArray<IArgumentOperation> arguments)
    {
        var values = ImmutableArray.CreateBuilder<LoggedValue>();
        var filling = arguments.Where(argument => argument.Parameter is { } parameter && ValueParameters.Contains(parameter.Name)).ToList();
        var text = arguments.FirstOrDefault(argument => argument.Parameter is { } parameter && TextParameters.Contains(parameter.Name) && !(filling.Count > 1 && parameter.Name == "value"));
        if (text is not null && !filling.Contains(text)) LoggedParts.OfText(text.Value, values);
        var key = arguments.FirstOrDefault(argument => argument.Parameter is { } parameter && NameParameters.Contains(parameter.Name))?.Value.ConstantValue.Value as string;
        var holes = text?.Value.ConstantValue.Value is string template ? MessageTemplate.HolesOf(template) : ImmutableArray<TemplateHole>.Empty;
        var index = 0;
        foreach (var argument in filling)
            foreach (var value in LoggedParts.Elements(argument))
            {
                var name = index < holes.Length && !holes[index].IsNumbered ? holes[index].Name : key;
                LoggedParts.OfValue(value, name, values);
                index++;
            }
        return values.ToImmutable();
    }

    // The logger, the level and the exception are no values; the parameters of a [LoggerMessage] method name the placeholders.
    private static ImmutableArray<LoggedValue> Rest(ImmutableArray<IArgumentOperation> arguments, bool named = false)
    {
        var values = ImmutableArray.CreateBuilder<LoggedValue>();
        foreach (var argument in arguments)
            if (argument.Parameter is { } parameter && !IsLogger(parameter.Type) && !(parameter.Type is INamedTypeSymbol type && IsException(type)))
                LoggedParts.OfValue(argument.Value, named ? parameter.Name : null, values);
        return values.ToImmutable();
    }

    private static LogCall Exception(IObjectCreationOperation creation, INamedTypeSymbol type)
    {
        var values = ImmutableArray.CreateBuilder<LoggedValue>();
        foreach (var argument in creation.Arguments)
            if (argument.Parameter is { Name: "message" }) LoggedParts.OfText(argument.Value, values);
        return new LogCall(type.Name, values.ToImmutable());
    }

    // Console.Out.WriteLine, Console.Error.WriteLine
    private static bool IsConsoleWriter(IInvocationOperation call) =>
        call.Instance is IPropertyReferenceOperation { Property: { Name: "Out" or "Error", ContainingType: var type } }
        && TypeNames.Is(type, "System.Console") && call.TargetMethod.Name.StartsWith("Write", StringComparison.Ordinal);

    // LoggerMessage.Define makes an Action<ILogger, …, Exception?>.
    private static bool IsDelegateOfDefine(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.DelegateInvoke, ContainingType: { Name: "Action", TypeArguments: { Length: > 2 } arguments } }
        && IsLogger(arguments[0]) && TypeNames.Is(arguments[arguments.Length - 1], "System.Exception");

    private static bool IsMessageAttribute(AttributeData attribute) => TypeNames.Is(attribute.AttributeClass, "Microsoft.Extensions.Logging.LoggerMessageAttribute");

    private static bool IsLogger(ITypeSymbol type) => TypeNames.Is(type, Logger) || type.AllInterfaces.Any(static one => TypeNames.Is(one, Logger));

    private static bool IsException(INamedTypeSymbol type)
    {
        for (var up = type; up is not null; up = up.BaseType)
            if (TypeNames.Is(up, "System.Exception")) return true;
        return false;
    }

    private static string MemberName(IOperation? instance) => instance is IMemberReferenceOperation member ? member.Member.Name : "Invoke";

    private static bool Begins(string method, string[] names) => names.Any(name => method.StartsWith(name, StringComparison.Ordinal));

    private static ImmutableHashSet<string> Set(params string[] names) => ImmutableHashSet.Create(StringComparer.Ordinal, names);
}
