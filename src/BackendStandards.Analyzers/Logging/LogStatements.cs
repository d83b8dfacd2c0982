using System.Collections.Immutable;
using BackendStandards.Analyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Logging;

/// <summary>Reads the log statements of Microsoft.Extensions.Logging, Serilog, NLog and log4net, and of extension methods that take a template for them.</summary>
internal static class LogStatements
{
    private const string Logger = "Microsoft.Extensions.Logging.ILogger";

    private static readonly TypeMap<LoggingLibrary> Types = new(
    [
        ("Microsoft.Extensions.Logging.LoggerExtensions", LoggingLibrary.Microsoft),
        ("Serilog.Log", LoggingLibrary.Serilog), ("Serilog.ILogger", LoggingLibrary.Serilog), ("Serilog.Core.Logger", LoggingLibrary.Serilog),
        ("NLog.Logger", LoggingLibrary.NLog), ("NLog.ILogger", LoggingLibrary.NLog), ("NLog.ILoggerBase", LoggingLibrary.NLog), ("NLog.ILoggerExtensions", LoggingLibrary.NLog),
        ("log4net.ILog", LoggingLibrary.Log4Net),
    ]);

    private static readonly ImmutableDictionary<string, LogSeverity> Levels = new Dictionary<string, LogSeverity>
    {
        ["LogTrace"] = LogSeverity.Trace,
        ["LogDebug"] = LogSeverity.Debug,
        ["LogInformation"] = LogSeverity.Information,
        ["LogWarning"] = LogSeverity.Warning,
        ["LogError"] = LogSeverity.Error,
        ["LogCritical"] = LogSeverity.Critical,
        ["Verbose"] = LogSeverity.Trace,
        ["Trace"] = LogSeverity.Trace,
        ["Debug"] = LogSeverity.Debug,
        ["Information"] = LogSeverity.Information,
        ["Info"] = LogSeverity.Information,
        ["Warning"] = LogSeverity.Warning,
        ["Warn"] = LogSeverity.Warning,
        ["Error"] = LogSeverity.Error,
        ["Fatal"] = LogSeverity.Critical,
    }.ToImmutableDictionary(StringComparer.Ordinal);

    private static readonly ImmutableHashSet<string> TextNames = Set("message", "messageFormat", "messageTemplate", "format", "template");

    private static readonly ImmutableHashSet<string> ValueNames = Set(
        "args", "arg0", "arg1", "arg2", "argument", "argument1", "argument2", "argument3", "propertyValue", "propertyValue0", "propertyValue1", "propertyValue2", "propertyValues");

    /// <summary>The log statement that a call is; null where it is none.</summary>
    public static LogStatement? Read(IOperation operation)
    {
        if (operation is not IInvocationOperation call) return null;
        var method = call.TargetMethod;
        if (Types.TryGet(method.ContainingType, out var library))
        {
            var name = library == LoggingLibrary.Log4Net && method.Name.EndsWith("Format", StringComparison.Ordinal) ? method.Name.Substring(0, method.Name.Length - "Format".Length) : method.Name;
            if (!Levels.TryGetValue(name, out var level))
                return name is "Log" or "Write" or "BeginScope" ? Statement(call, library, LevelGiven(call, library), IsText(library)) : null;
            return Statement(call, library, level, IsText(library));
        }
        return TemplateOf(method) is { } template ? Statement(call, LoggingLibrary.Microsoft, Levels.TryGetValue(method.Name, out var known) ? known : null, parameter => parameter.Name == template) : null;
    }

    private static LogStatement Statement(IInvocationOperation call, LoggingLibrary library, LogSeverity? level, Func<IParameterSymbol, bool> isText)
    {
        IArgumentOperation? message = null, exception = null;
        var filling = ImmutableArray.CreateBuilder<IArgumentOperation>();
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is not { } parameter) continue;
            if (message is null && isText(parameter)) message = argument;
            else if (IsException(parameter.Type)) exception = argument.Value.ConstantValue is { HasValue: true, Value: null } ? null : argument;
            else if (message is not null && (ValueNames.Contains(parameter.Name) || parameter.IsParams)) filling.Add(argument);
        }
        return new LogStatement(call, library, level, message, exception, filling.ToImmutable());
    }

    // log4net takes any object for its message.
    private static Func<IParameterSymbol, bool> IsText(LoggingLibrary library) => parameter =>
        TextNames.Contains(parameter.Name) && (parameter.Type.SpecialType == SpecialType.System_String || (library == LoggingLibrary.Log4Net && parameter.Type.SpecialType == SpecialType.System_Object));

    private static LogSeverity? LevelGiven(IInvocationOperation call, LoggingLibrary library)
    {
        foreach (var argument in call.Arguments)
            switch (argument.Value)
            {
                case { ConstantValue: { HasValue: true, Value: int number } } when argument.Parameter?.Type.TypeKind == TypeKind.Enum:
                    return number is >= 0 and <= (int)LogSeverity.Critical ? (LogSeverity)number : null;
                case IFieldReferenceOperation { Field: { Name: var name, ContainingType.Name: "LogLevel" } } when library == LoggingLibrary.NLog:
                    return Levels.TryGetValue(name, out var level) ? level : null;
            }
        return null;
    }

    /// <summary>The parameter of an own extension method, or of a method marked for it, that takes a template.</summary>
    private static string? TemplateOf(IMethodSymbol method)
    {
        var declared = method.ReducedFrom ?? method;
        foreach (var attribute in declared.GetAttributes())
            if (attribute is { AttributeClass.Name: "MessageTemplateFormatMethodAttribute", ConstructorArguments: { Length: 1 } arguments }) return arguments[0].Value as string;
        IParameterSymbol? text = null;
        foreach (var parameter in declared.Parameters)
            if (parameter.Type.SpecialType == SpecialType.System_String)
            {
                if (parameter.GetAttributes().Any(IsTemplateMark)) return parameter.Name;
                if (TextNames.Contains(parameter.Name)) text ??= parameter;
            }
        return text is not null && declared.IsExtensionMethod && IsLogger(declared.Parameters[0].Type)
            && declared.Parameters[declared.Parameters.Length - 1] is { IsParams: true, Type: IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Object } } ? text.Name : null;
    }

    private static bool IsTemplateMark(AttributeData attribute) => attribute.AttributeClass?.Name switch
    {
        "StructuredMessageTemplateAttribute" => true,
        "StringSyntaxAttribute" => attribute.ConstructorArguments.Length > 0 && attribute.ConstructorArguments[0].Value is "LogTemplate",
        _ => false,
    };

    private static bool IsLogger(ITypeSymbol type) => TypeNames.Is(type, Logger) || type.AllInterfaces.Any(static one => TypeNames.Is(one, Logger));

    private static bool IsException(ITypeSymbol type)
    {
        for (var up = type; up is not null; up = up.BaseType)
            if (up is { Name: nameof(Exception), ContainingNamespace: { Name: nameof(System), ContainingNamespace.IsGlobalNamespace: true } }) return true;
        return false;
    }

    private static ImmutableHashSet<string> Set(params string[] names) => ImmutableHashSet.Create(StringComparer.Ordinal, names);
}
