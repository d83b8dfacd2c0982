using BackendStandards.IntegrationTests.Testing;
using Microsoft.AspNetCore.Hosting;

[assembly: HostingStartup(typeof(EndpointDump))]

/// <summary>
/// Named by <c>DOTNET_STARTUP_HOOKS</c>, this assembly is loaded into the application under test before its own code runs; the host then finds
/// <see cref="EndpointDump"/> in it by name.
/// </summary>
internal static class StartupHook
{
    public static void Initialize()
    {
    }
}
