using System.Diagnostics;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BackendStandards.Tests.Endpoints.Oracle;

/// <summary>Runs a compilation as an application in this process, asks it one question once it has started, and stops it.</summary>
internal static class RunningHost
{
    // Set while an entry point runs, and flows into all that it calls: the host it builds is the one to ask.
    private static readonly AsyncLocal<Action<IHost>?> Built = new();
    private static readonly IDisposable Listening = DiagnosticListener.AllListeners.Subscribe(new Listeners());

    /// <summary>The answer of the running application.</summary>
    public static async Task<T> AskAsync<T>(Compilation compilation, Func<IServiceProvider, T> question)
    {
        GC.KeepAlive(Listening);
        using var image = new MemoryStream();
        // Under a name of its own: a host may load its assembly by name, to look for controllers.
        var named = compilation.WithAssemblyName($"Host{Guid.NewGuid():N}");
        Assert.Empty(named.Emit(image).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        image.Position = 0;
        var assembly = AssemblyLoadContext.Default.LoadFromStream(image);
        AssemblyLoadContext.Default.Resolving += (_, name) => name.Name == named.AssemblyName ? assembly : null;
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);

        var run = Task.Run(async () =>
        {
            Built.Value = host =>
            {
                var lifetime = host.Services.GetRequiredService<IHostApplicationLifetime>();
                lifetime.ApplicationStarted.Register(() =>
                {
                    try
                    {
                        answer.TrySetResult(question(host.Services));
                    }
                    catch (Exception failure)
                    {
                        answer.TrySetException(failure);
                    }
                    lifetime.StopApplication();
                });
            };
            var entry = assembly.EntryPoint!;
            object?[] arguments = entry.GetParameters().Length == 0 ? [] : [new[] { "--urls", "http://127.0.0.1:0", "--environment", "Production", "--Logging:LogLevel:Default", "None" }];
            if (entry.Invoke(null, arguments) is Task running) await running;
            answer.TrySetException(new InvalidOperationException("The application ended without having started."));
        });
        await Task.WhenAny(run, answer.Task).WaitAsync(TimeSpan.FromSeconds(60));
        if (run.IsFaulted) await run;
        return await answer.Task;
    }

    private sealed class Listeners : IObserver<DiagnosticListener>
    {
        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.Extensions.Hosting") value.Subscribe(new Events());
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }

    private sealed class Events : IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value is { Key: "HostBuilt", Value: IHost host }) Built.Value?.Invoke(host);
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
