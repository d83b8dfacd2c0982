using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Queries;

/// <summary>Which types and members queries consist of.</summary>
internal static class QueryNames
{
    private static readonly HashSet<string> Operators = new(StringComparer.Ordinal)
        { "Queryable", "Enumerable", "EntityFrameworkQueryableExtensions", "RelationalQueryableExtensions", "RelationalEntityFrameworkQueryableExtensions" };

    private static readonly HashSet<string> Materialisers = new(StringComparer.Ordinal) { "ToList", "ToListAsync", "ToArray", "ToArrayAsync", "AsEnumerable" };

    /// <summary>Whether a compilation can query a database that is known.</summary>
    public static bool AreReferenced(Compilation compilation) => HasEntities(compilation) || compilation.ReferencedAssemblyNames.Any(static assembly => assembly.Name is "Dapper" or "MongoDB.Driver");

    /// <summary>Whether a compilation can know a context of Entity Framework.</summary>
    public static bool HasEntities(Compilation compilation) =>
        compilation.ReferencedAssemblyNames.Any(static assembly => assembly.Name == "EntityFramework" || assembly.Name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal));

    /// <summary>Whether a type is a table of Entity Framework.</summary>
    public static bool IsTable(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "DbSet", TypeArguments.Length: 1, ContainingNamespace.Name: "EntityFrameworkCore" or "Entity" };

    /// <summary>Whether a type is a context of Entity Framework.</summary>
    public static bool IsContext(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
            if (type is { Name: "DbContext", ContainingNamespace.Name: "EntityFrameworkCore" or "Entity" }) return true;
        return false;
    }

    /// <summary>Whether a method is one of LINQ, or of Entity Framework on queries.</summary>
    public static bool IsOperator(IMethodSymbol method) => IsTable(method.ContainingType)
        ? method.Name is "AsQueryable" or "AsAsyncEnumerable"
        : Operators.Contains(method.ContainingType?.Name ?? "") && AspNet.IsKnown(method) && method.ContainingNamespace is { Name: "Linq" or "EntityFrameworkCore" };

    /// <summary>Whether a method makes a query of SQL text.</summary>
    public static bool IsOperatorOfSql(IMethodSymbol method) => method.Name is "FromSqlRaw" or "SqlQueryRaw" or "FromSql" or "FromSqlInterpolated" or "SqlQuery" && AspNet.IsKnown(method);

    /// <summary>Whether a call works on a query that the database runs.</summary>
    public static bool IsQuery(IInvocationOperation call) => call.TargetMethod.ContainingType is { Name: "Queryable" } && IsOperator(call.TargetMethod);

    /// <summary>Whether a type is that of a query that has not run.</summary>
    public static bool IsUnread(ITypeSymbol? type) => type is not null && (type.Name == "IQueryable" || type.AllInterfaces.Any(static contract => contract.Name == "IQueryable")) && AspNet.IsKnown(type);

    /// <summary>Whether a call reads rows into memory, or says that what follows is done there.</summary>
    public static bool IsMaterialiser(IInvocationOperation call) => Materialisers.Contains(call.TargetMethod.Name) && IsOperator(call.TargetMethod);

    /// <summary>Whether a call reads rows with Dapper.</summary>
    public static bool IsDapperQuery(IMethodSymbol method) =>
        method is { ContainingType: { Name: "SqlMapper", ContainingNamespace.Name: "Dapper" }, Name: "Query" or "QueryAsync" or "QueryUnbufferedAsync" };

    /// <summary>Whether a method belongs to MongoDB's driver.</summary>
    public static bool IsMongo(IMethodSymbol method) => method.ContainingNamespace is { Name: "Driver", ContainingNamespace.Name: "MongoDB" };

    /// <summary>The type of the rows of a table: <c>DbSet&lt;T&gt;</c> or <c>Set&lt;T&gt;()</c>.</summary>
    public static ITypeSymbol? EntityOf(IOperation origin) => origin.Type is INamedTypeSymbol type && IsTable(type) ? type.TypeArguments[0] : null;
}
