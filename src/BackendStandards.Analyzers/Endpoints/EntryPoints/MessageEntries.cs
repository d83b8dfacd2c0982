using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Index;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Endpoints.EntryPoints;

/// <summary>What handles messages and jobs: by the types it implements, and by the calls that hand it to a library.</summary>
internal sealed class MessageEntries(CodeBase code)
{
    private static readonly string[] JobCalls = ["Enqueue", "Schedule", "AddOrUpdate", "ContinueJobWith", "ContinueWith"];
    private static readonly string[] Events = ["ReceivedAsync", "Received"];

    /// <summary>The entry points that a type is by what it derives from.</summary>
    public static IEnumerable<EntryPoint> Of(INamedTypeSymbol type, CancellationToken cancellation)
    {
        // A base class consumes in those that derive from it.
        foreach (var consumer in type.IsAbstract ? [] : Libraries.Interfaces(type, "MassTransit", "IConsumer"))
            if (consumer is { TypeArguments: { Length: 1 } message } && consumer.GetMembers("Consume").FirstOrDefault() is { } contract && type.FindImplementationForInterfaceMember(contract) is IMethodSymbol consume)
                yield return Make(EntryPointKind.MessageConsumer, message[0].Name, Overriding(consume, type), type, null, [new("Message", message[0], null)], cancellation);
        if (Libraries.Derives(type, "RabbitMQ", "DefaultBasicConsumer") || Libraries.Derives(type, "RabbitMQ", "AsyncDefaultBasicConsumer") || Libraries.Interfaces(type, "RabbitMQ", "IAsyncBasicConsumer").Any())
            foreach (var name in new[] { "HandleBasicDeliverAsync", "HandleBasicDeliver" })
                foreach (var method in type.GetMembers(name).OfType<IMethodSymbol>())
                    yield return Make(EntryPointKind.MessageConsumer, type.Name, method, type, null, [.. method.Parameters.Where(parameter => parameter.Name is "body" or "properties").Select(Input)], cancellation);
        if (Symbols.Derives(type, "BackgroundService") || Symbols.Implements(type, "IHostedService"))
            foreach (var name in new[] { "ExecuteAsync", "StartAsync" })
                if (type.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault() is { } run)
                {
                    yield return Make(EntryPointKind.BackgroundService, type.Name, run, type, null, [], cancellation);
                    break;
                }
    }

    /// <summary>The entry points that the calls of a document make.</summary>
    public IEnumerable<EntryPoint> In(SyntaxTree tree, CancellationToken cancellation) =>
        Jobs(tree, cancellation).Concat(Handlers(tree, cancellation)).Concat(Loops(tree, cancellation));

    // BackgroundJob.Enqueue<Mailer>(mailer => mailer.Send(to)), recurring.AddOrUpdate("id", () => Clean(), "cron")
    private IEnumerable<EntryPoint> Jobs(SyntaxTree tree, CancellationToken cancellation)
    {
        var index = TreeIndex.Of(tree, cancellation);
        if (!index.Mentions("BackgroundJob") && !index.Mentions("RecurringJob") && !index.Mentions("IBackgroundJobClient") && !index.Mentions("IRecurringJobManager") && !index.Mentions("Hangfire")) yield break;
        foreach (var name in JobCalls)
            foreach (var call in code.CallsNamed(name, tree, cancellation).OfType<IInvocationOperation>())
                if (Libraries.RootOf(call.TargetMethod.ContainingType) == "Hangfire")
                    foreach (var job in call.Arguments.SelectMany(argument => argument.Value.DescendantsAndSelf()).OfType<IAnonymousFunctionOperation>().SelectMany(lambda => lambda.Body.Descendants()).OfType<IInvocationOperation>().Take(1))
                        yield return Make(EntryPointKind.Job, $"{job.TargetMethod.ContainingType.Name}.{job.TargetMethod.Name}", job.TargetMethod, job.TargetMethod.ContainingType, call.Syntax,
                            [.. ServiceMethods.Sent(job.TargetMethod).Select(Input)], cancellation);
    }

    // consumer.ReceivedAsync += async (sender, delivery) => …
    private IEnumerable<EntryPoint> Handlers(SyntaxTree tree, CancellationToken cancellation)
    {
        var index = TreeIndex.Of(tree, cancellation);
        foreach (var name in Events)
            foreach (var node in index.NodesOf(name, tree.GetRoot(cancellation)))
                if (node.FirstAncestorOrSelf<AssignmentExpressionSyntax>() is { } written && written.Left.Span.Contains(node.Span) && code.BodyAround(written, cancellation)?.At(written) is IEventAssignmentOperation { Adds: true } added
                    && added.EventReference is IEventReferenceOperation { Event: { } received } && Libraries.RootOf(received.ContainingType) == "RabbitMQ")
                {
                    var handler = Values.Unwrap(added.HandlerValue) switch { IAnonymousFunctionOperation lambda => lambda.Symbol, IMethodReferenceOperation reference => reference.Method, _ => null };
                    if (handler is not null) yield return Make(EntryPointKind.MessageConsumer, name, handler, handler.ContainingType, written, [.. handler.Parameters.Skip(1).Select(Input)], cancellation);
                }
    }

    // while (…) { var result = consumer.Consume(token); … }
    private IEnumerable<EntryPoint> Loops(SyntaxTree tree, CancellationToken cancellation)
    {
        if (!TreeIndex.Of(tree, cancellation).Mentions("Consume")) yield break;
        foreach (var call in code.CallsNamed("Consume", tree, cancellation).OfType<IInvocationOperation>())
            if (Libraries.RootOf(call.TargetMethod.ContainingType) == "Confluent" && call.Type is INamedTypeSymbol { TypeArguments: { Length: 2 } types }
                && code.BodyAround(call.Syntax, cancellation) is { } body && body.FunctionOf(call) is IMethodSymbol function)
                yield return Make(EntryPointKind.MessageLoop, function.Name, function, function.ContainingType, call.Syntax, [new("Key", types[0], null), new("Value", types[1], null)], cancellation);
    }

    private static IMethodSymbol Overriding(IMethodSymbol method, INamedTypeSymbol type)
    {
        for (var at = type; at is not null; at = at.BaseType)
            foreach (var candidate in at.GetMembers(method.Name).OfType<IMethodSymbol>())
                for (var over = candidate.OverriddenMethod; over is not null; over = over.OverriddenMethod)
                    if (AspNet.Same(over, method)) return candidate;
        return method;
    }

    private static EntryInput Input(IParameterSymbol parameter) => new(parameter.Name, parameter.Type, parameter);

    private static EntryPoint Make(EntryPointKind kind, string name, IMethodSymbol method, INamedTypeSymbol? owner, SyntaxNode? place, IReadOnlyList<EntryInput> inputs, CancellationToken cancellation) =>
        new(kind, name, method, owner, place ?? (method.DeclaringSyntaxReferences.FirstOrDefault() ?? owner!.DeclaringSyntaxReferences[0]).GetSyntax(cancellation), inputs, static _ => null);
}
