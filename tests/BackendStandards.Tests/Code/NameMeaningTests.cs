using System.Collections.Immutable;
using BackendStandards.Analyzers.Code;
using BackendStandards.Tests.Flow.Corpus;
using BackendStandards.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Tests.Code;

/// <summary>Which names can mean a member, told without binding: never no for one that does, and no for most of those that do not.</summary>
public sealed class NameMeaningTests
{
    private const string Types = """
        namespace Shop.Orders
        {
            public interface IOrders { void Add(int id); }
            public class Base { public virtual void Add(int id) { } public static void Make() { } }
            public class Orders : Base, IOrders { public override void Add(int id) { } public Line First = new(); public Orders Next() => this; public static Orders Default = new(); }
            public class Line { public int Number { get; set; } public void Add(int id) { } }
            public class Late : Orders { }
            public static class Extensions { public static void Send(this object value) { } }
        }
        """;

    public static TheoryData<string> Shapes => [.. FlowCorpus.Shapes.Select(shape => shape.Name)];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Never_denies_what_a_shape_binds_to(string name) =>
        Assert.Empty(Denied(FlowCorpus.Compile(FlowPlatform.Today, FlowCorpus.Shapes.Single(shape => shape.Name == name), FlowSource.Main, FlowSinks.Main)));

    [Fact]
    public void Never_denies_what_the_samples_bind_to() => Assert.Empty(Denied(Samples.Compile(Samples.Storefront.Value)).Concat(Denied(Samples.Compile(Samples.Violations.Value))));

    [Theory]
    [InlineData("Orders orders = new(); orders.Add(1);")]
    [InlineData("var orders = new Orders(); orders.Add(1);")]
    [InlineData("IOrders orders = new Orders(); orders.Add(1);")]
    [InlineData("Base orders = new Orders(); orders.Add(1);")]
    [InlineData("new Orders().Next().Add(1);")]
    [InlineData("new Late().Add(1);")]
    [InlineData("Orders? orders = null; orders?.Next()?.Add(1);")]
    [InlineData("(new object() as Orders)!.Add(1);")]
    [InlineData("((Orders)new object()).Add(1);")]
    [InlineData("Orders.Default.Add(1);")]
    [InlineData("Alias orders = new(); orders.Add(1);")]
    [InlineData("new Alias().Add(1);")]
    [InlineData("foreach (var one in new[] { new Orders() }) one.Add(1);")]
    [InlineData("if (new object() is Orders orders) orders.Add(1);")]
    [InlineData("new List<Orders>().ForEach(one => one.Add(1));")]
    [InlineData("_ = from one in new Orders[1] select new Action(() => one.Add(1));")]
    [InlineData("Orders orders = new(); Action<int> add = orders.Add;")]
    [InlineData("Line orders = new(); void Inner() { Orders orders = new(); orders.Add(1); }")]
    public void Follows_a_receiver(string statements) => Assert.True(MayMeanAny(statements, "Orders.Add"));

    [Fact]
    public void Knows_the_constant_in_a_pattern()
    {
        var compilation = Sources.Compile("namespace Shop { enum Status { Open, Paid, Both = Open | Paid } class Use { bool Go(Status status) => status is Status.Paid; } }");
        Assert.Empty(Denied(compilation));
    }

    [Theory]
    [InlineData("Line line = new(); line.Add(1);")]
    [InlineData("var line = new Line(); line.Add(1);")]
    [InlineData("new Line().Add(1);")]
    [InlineData("new Orders().First.Add(1);")]
    [InlineData("new Orders().First?.Add(1);")]
    [InlineData("var first = Orders.Default.Next().First; first.Add(1);")]
    [InlineData("List<int> list = []; list.Add(1);")]
    [InlineData("this.lines.Add(1);")]
    [InlineData("lines.Add(1);")]
    public void Tells_another_types_member(string statements) => Assert.False(MayMeanAny(statements, "Orders.Add"));

    [Theory]
    [InlineData("using Shop.Orders;", true)]
    [InlineData("using Send = Shop.Orders.Extensions;", true)]
    [InlineData("using static Shop.Orders.Extensions;", true)]
    [InlineData("using Shop.Other;", false)]
    public void Asks_for_the_namespace_of_an_extension(string directive, bool may)
    {
        var compilation = Sources.Compile(Types + "namespace Shop.Other { class None { } }", directive + """ class Use { void Go() => "".Send(); }""");
        Assert.Equal(may, MayMean(compilation, compilation.SyntaxTrees.Last(), Member(compilation, "Shop.Orders.Extensions", "Send")));
    }

    [Theory]
    [InlineData("new Line { Number = 1 };", true)]
    [InlineData("new Other { Number = 1 };", false)]
    [InlineData("""_ = new Line() is { Number: 1 };""", true)]
    public void Reads_initializers(string statement, bool may)
    {
        var compilation = Sources.Compile(Types, $$"""using Shop.Orders; class Other { public int Number { get; set; } } class Use { void Go() { {{statement}} } }""");
        Assert.Equal(may, MayMean(compilation, compilation.SyntaxTrees.Last(), Member(compilation, "Shop.Orders.Line", "Number")));
    }

    [Theory]
    [InlineData("class Use : Shop.Orders.Base { void Go() => Make(); }", true)]
    [InlineData("class Use : Shop.Orders.Late { class Inner { void Go() => Make(); } }", true)]
    [InlineData("using static Shop.Orders.Base; class Use { void Go() => Make(); }", true)]
    [InlineData("class Use { void Go() => Make(); void Make() { } }", false)]
    public void Knows_what_stands_without_a_receiver(string source, bool may)
    {
        var compilation = Sources.Compile(Types, source);
        Assert.Equal(may, MayMean(compilation, compilation.SyntaxTrees.Last(), Member(compilation, "Shop.Orders.Base", "Make")));
    }

    private static bool MayMeanAny(string statements, string member)
    {
        var compilation = Sources.Compile(Types, $$"""
            using Shop.Orders;
            using Alias = Shop.Orders.Orders;
            class Use { private readonly List<int> lines = []; void Go() { {{statements}} } }
            """);
        var parts = member.Split('.');
        return MayMean(compilation, compilation.SyntaxTrees.Last(), Member(compilation, "Shop.Orders." + parts[0], parts[1]));
    }

    private static ISymbol Member(CSharpCompilation compilation, string type, string name) => compilation.GetTypeByMetadataName(type)!.GetMembers(name).Single();

    private static bool MayMean(CSharpCompilation compilation, SyntaxTree tree, ISymbol member)
    {
        var code = new CodeBase(compilation);
        return tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>().Any(name => name.Identifier.ValueText == member.Name && name.Parent is not UsingDirectiveSyntax && code.MayMean(name, member, CancellationToken.None));
    }

    /// <summary>The names whose meaning is denied.</summary>
    internal static ImmutableArray<string> Denied(CSharpCompilation compilation)
    {
        var code = new CodeBase(compilation);
        var denied = ImmutableArray.CreateBuilder<string>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            var model = compilation.GetSemanticModel(tree);
            foreach (var name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
            {
                var symbol = model.GetSymbolInfo(name).Symbol;
                if (symbol is INamedTypeSymbol && name.AncestorsAndSelf().OfType<ObjectCreationExpressionSyntax>().FirstOrDefault(creation => creation.Type.Span.End == name.Span.End) is { } made) symbol = model.GetSymbolInfo(made).Symbol;
                var member = symbol is IMethodSymbol method ? (method.ReducedFrom ?? method).OriginalDefinition : symbol?.OriginalDefinition;
                if (member is IMethodSymbol or IFieldSymbol or IPropertySymbol or IEventSymbol && member.DeclaringSyntaxReferences.Length > 0 && !code.MayMean(name, member, CancellationToken.None))
                    denied.Add($"{name.GetLocation().GetLineSpan()} {name.Parent} -> {member}");
            }
        }
        return denied.ToImmutable();
    }
}
