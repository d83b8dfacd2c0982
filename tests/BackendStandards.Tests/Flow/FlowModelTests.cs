using System.Collections.Immutable;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Flow;
using BackendStandards.Tests.Testing;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Tests.Flow;

/// <summary>The model without any analyzer.</summary>
public class FlowModelTests
{
    [Fact]
    public void No_question_about_the_samples_is_given_up()
    {
        foreach (var sample in new[] { Samples.Storefront, Samples.Violations })
        {
            var (flow, values) = Ask(Samples.Compile(sample.Value));
            Assert.NotEmpty(values);
            Assert.True(flow.Questions > 0);
            Assert.Equal(0, flow.GivenUp);
        }
    }

    [Fact]
    public void What_is_given_up_is_counted_and_unknown()
    {
        // Two branches at each of forty steps: more ways than any budget has.
        var steps = string.Concat(Enumerable.Range(0, 40).Select(i => $"static string S{i}(string s) => s.Length > {i} ? S{i + 1}(s + \"a\") + S{i + 1}(s) : S{i + 1}(s) + S{i + 1}(s + \"b\");\n"));
        var (flow, values) = Ask(Sources.Compile("public class C { public void M(System.Data.IDbCommand c, string name) => c.CommandText = \"S\" + S0(name);\n" + steps + "static string S40(string s) => s; }"));
        Assert.Equal(1, flow.GivenUp);
        Assert.True((Assert.Single(values).Origins & Origin.Budget) != 0);
    }

    [Fact]
    public void Each_origin_stays_apart()
    {
        var (_, values) = Ask(Sources.Compile("""
            using Microsoft.AspNetCore.Http;
            public class C(System.Data.IDbCommand c)
            {
                private static readonly string Table = "P";
                public void Constant() => c.CommandText = "S" + Table;
                public void Harmless(int id) => c.CommandText = "S" + id;
                public void Open(string name) => c.CommandText = "S" + name;
                public void External() => c.CommandText = "S" + Console.ReadLine();
                public void Request(HttpRequest request) => c.CommandText = "S" + request.Query["q"];
                public void Unmodelled() => c.CommandText = "S" + System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription;
            }
            """));
        Assert.Equal(
            [Origin.Constant, Origin.Constant | Origin.Harmless, Origin.Constant | Origin.OpenParameter, Origin.Constant | Origin.External, Origin.Constant | Origin.Request, Origin.Constant | Origin.Unmodelled],
            values.Select(value => value.Origins));
    }

    [Fact]
    public void A_file_without_a_sink_binds_nothing()
    {
        var (flow, values) = Ask(Sources.Compile("public class C { public string M(string a) => N(a) + N(a); private static string N(string a) => a.Trim(); }"));
        Assert.Empty(values);
        Assert.Equal(0, flow.Code.BoundMembers);
    }

    [Fact]
    public void Loops_around_handlers_come_to_an_end()
    {
        // Found in jellyfin: from a block behind a loop the way back led from the try block to its handler and round again, for good.
        var random = new Random(20261123);
        var methods = string.Concat(Enumerable.Range(0, 120).Select(i => $$"""
            public void M{{i}}(System.Data.IDbCommand c, string name)
            {
                var retry = {{(i % 2 == 0 ? "true" : "false")}}; var text = "a"; var n = 0;
                {{Statements(random, depth: 4, inLoop: false)}}
                c.CommandText = text;
            }

            """));
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var (_, values) = Ask(Sources.Compile($"public class C\n{{\n{methods}\n    private static string Step(string name) => name.Length > 3 ? throw new InvalidOperationException() : name;\n}}"), patience.Token);
        Assert.True(values.Length > 80);
    }

    // What may stand where a loop, a handler and a condition that is constant at times have to do with each other.
    private static string Statements(Random random, int depth, bool inLoop) => string.Concat(Enumerable.Range(0, 2).Select(_ => (depth == 0 ? 0 : random.Next(8)) switch
    {
        1 or 2 => $"while (n++ < 9) {{ {Statements(random, depth - 1, inLoop: true)} }}\n",
        3 => $"for (;;) {{ {Statements(random, depth - 1, inLoop: true)} if (n++ > 3) break; }}\n",
        4 or 5 => $"try {{ {Statements(random, depth - 1, inLoop)} }} catch (Exception) when (n > 1) {{ {Statements(random, depth - 1, inLoop)} }} catch (InvalidOperationException) {{ {Statements(random, depth - 1, inLoop)} }}\n",
        6 => $"try {{ {Statements(random, depth - 1, inLoop)} }} finally {{ {Statements(random, depth - 1, inLoop: false)} }}\n",
        7 => $"if (retry) {{ retry = !retry; {Statements(random, depth - 1, inLoop)} }} else {{ {Statements(random, depth - 1, inLoop)} }}\n",
        _ => (random.Next(5), inLoop) switch
        {
            (0, true) => "if (retry) continue;\n",
            (1, true) => "if (text.Length > 2) break;\n",
            (2, _) => "text += Step(name);\n",
            (3, _) => "retry = false;\n",
            _ => "n++;\n",
        },
    }));

    [Fact]
    public void What_was_asked_before_decides_nothing()
    {
        // Chains of fields; each of two members reads two thirds of them, and has not the budget for that. One third they have in common.
        const int Chains = 60, Length = 20;
        var fields = from chain in Enumerable.Range(0, Chains)
                     from step in Enumerable.Range(0, Length)
                     select $"static string F{chain}_{step} = {(step == Length - 1 ? "Console.ReadLine()" : $"F{chain}_{step + 1} + 'x'")};\n";
        static string Read(int from, int to) => string.Join(" + ", Enumerable.Range(from, to - from).Select(chain => $"F{chain}_0"));
        var source = $$"""
            public class C(System.Data.IDbCommand c)
            {
                public void First() => c.CommandText = {{Read(0, 40)}};
                public void Second() => c.CommandText = {{Read(20, 60)}};
                {{string.Concat(fields)}}
            }
            """;

        var (flow, values) = Ask(Sources.Compile(source));
        var (_, backward) = Ask(Sources.Compile(source), backward: true);

        Assert.Equal(2, flow.GivenUp);
        Assert.Equal(values.Select(value => value.Origins), backward.Reverse().Select(value => value.Origins));
    }

    /// <summary>Asks for the origins of every sink, in the order of the text or against it.</summary>
    private static (FlowModel Flow, ImmutableArray<Value> Values) Ask(Compilation compilation, CancellationToken cancellation = default, bool backward = false)
    {
        var libraries = new LibraryModel();
        var (sinks, flow) = (new SinkFinder(libraries), new FlowModel(new CodeBase(compilation), libraries));
        var values = ImmutableArray.CreateBuilder<Value>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            var model = compilation.GetSemanticModel(tree);
            var operations = tree.GetRoot().DescendantNodes().Select(node => model.GetOperation(node)).OfType<IOperation>().Distinct();
            var found = operations.SelectMany(operation => sinks.Find(operation)).Where(sink => !sink.Value.ConstantValue.HasValue);
            foreach (var sink in backward ? found.Reverse() : found)
                values.Add(flow.OriginsOf(sink.Value, cancellation));
        }
        return (flow, values.ToImmutable());
    }
}
