using System.Reflection;
using BackendStandards.EnvelopeTests.Hosts;
using Xunit.Sdk;

namespace BackendStandards.EnvelopeTests;

/// <summary>The native application passes the same cases, but for controllers, which native code does not have.</summary>
public sealed class NativeTests(NativeHost host) : IClassFixture<NativeHost>
{
    /// <summary>Each test of the classes that ask every host, with its arguments.</summary>
    public static TheoryData<string, string, string[]> Cases()
    {
        var cases = new TheoryData<string, string, string[]>();
        foreach (var type in (Type[])[typeof(FormatTests<NativeHost>), typeof(BadInputTests<NativeHost>)])
        {
            foreach (var method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(method => method.IsDefined(typeof(FactAttribute))))
            {
                var arguments = method.GetCustomAttribute<DataAttribute>()?.GetData(method) ?? [[]];
                foreach (var values in arguments.Where(values => values is not ["mvc", ..])) cases.Add(type.Name.Split('`')[0], method.Name, [.. values.Cast<string>()]);
            }
        }

        return cases;
    }

    [NativeTheory]
    [MemberData(nameof(Cases))]
    public async Task Passes(string tests, string method, string[] arguments)
    {
        object instance = tests == nameof(FormatTests<NativeHost>) ? new Format(host) : new BadInput(host);
        await (Task)instance.GetType().GetMethod(method)!.Invoke(instance, arguments)!;
    }

    private sealed class Format(NativeHost host) : FormatTests<NativeHost>(host);

    private sealed class BadInput(NativeHost host) : BadInputTests<NativeHost>(host);
}
