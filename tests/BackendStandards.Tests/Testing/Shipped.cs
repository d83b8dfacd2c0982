using System.Collections.Immutable;
using System.Reflection;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BackendStandards.Tests.Testing;

/// <summary>Everything that ships: all rules, analyzers and fixes.</summary>
internal static class Shipped
{
    /// <summary>The field that declares each rule, in the order of the ids.</summary>
    public static readonly ImmutableArray<(string Field, DiagnosticDescriptor Rule)> Rules =
        [.. typeof(RuleCatalog).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(member => member.FieldType == typeof(DiagnosticDescriptor))
            .Select(member => (member.Name, (DiagnosticDescriptor)member.GetValue(null)!))
            .OrderBy(rule => rule.Item2.Id, StringComparer.Ordinal)];

    public static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers = Instances<DiagnosticAnalyzer>(typeof(BackendAnalyzer).Assembly, typeof(DiagnosticAnalyzerAttribute));

    public static readonly ImmutableArray<CodeFixProvider> Fixes = Instances<CodeFixProvider>(Assembly.Load("BackendStandards.CodeFixes"), typeof(ExportCodeFixProviderAttribute));

    public static DiagnosticDescriptor Rule(string id) => Rules.Single(rule => rule.Rule.Id == id).Rule;

    private static ImmutableArray<T> Instances<T>(Assembly assembly, Type attribute) =>
        [.. assembly.GetTypes().Where(type => type.IsDefined(attribute, inherit: false)).OrderBy(type => type.FullName, StringComparer.Ordinal).Select(type => (T)Activator.CreateInstance(type)!)];
}
