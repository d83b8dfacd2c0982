using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Queries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Structure;

/// <summary>A call that works on the database, and the field, property or parameter that it goes through.</summary>
internal sealed record DatabaseAccess(IInvocationOperation Call, ISymbol Through)
{
    /// <summary>The names of the calls that send SQL text, beside those of <see cref="DataWrite"/>.</summary>
    public static readonly string[] RawSql =
    [
        "FromSql", "FromSqlRaw", "FromSqlInterpolated", "SqlQuery", "SqlQueryRaw", "CreateCommand", "Query", "QueryAsync", "QueryFirst", "QueryFirstAsync", "QueryFirstOrDefault", "QueryFirstOrDefaultAsync",
        "QuerySingle", "QuerySingleAsync", "QuerySingleOrDefault", "QuerySingleOrDefaultAsync", "QueryMultiple", "QueryMultipleAsync", "QueryUnbufferedAsync", "ExecuteReader", "ExecuteReaderAsync",
    ];

    /// <summary>The names that end most other queries.</summary>
    public static readonly string[] Queries =
    [
        "ToList", "ToListAsync", "ToArray", "ToArrayAsync", "First", "FirstAsync", "FirstOrDefault", "FirstOrDefaultAsync", "Single", "SingleAsync", "SingleOrDefault", "SingleOrDefaultAsync", "Find", "FindAsync",
        "Any", "AnyAsync", "Count", "CountAsync", "ReadItemAsync", "GetItemQueryIterator", "AsAsyncEnumerable",
    ];

    private static readonly HashSet<string> Texts = new(RawSql, StringComparer.Ordinal);
    private static readonly HashSet<string> Reads = new(Queries, StringComparer.Ordinal);

    /// <summary>Whether a type is the database itself: a context, a connection, a collection, a container.</summary>
    public static bool IsDatabase(ITypeSymbol? type) => QueryNames.IsContext(type) || Symbols.Implements(type, "IDbConnection")
        || type is { Name: "IMongoCollection", ContainingNamespace: { Name: "Driver", ContainingNamespace.Name: "MongoDB" } } or { Name: "Container", ContainingNamespace: { Name: "Cosmos", ContainingNamespace.Name: "Azure" } };

    /// <summary>The accesses in a function, in the order of the text; those that only read, where <paramref name="reads"/> asks for them.</summary>
    public static IEnumerable<DatabaseAccess> In(IOperation function, bool reads, CodeBase code, CancellationToken cancellation)
    {
        foreach (var call in function.DescendantsAndSelf().OfType<IInvocationOperation>())
        {
            cancellation.ThrowIfCancellationRequested();
            if ((IsRawSql(call) || DataWrite.Of(call, code, cancellation) is { Kind: DataWriteKind.Stored or DataWriteKind.Saved } || (reads && IsRead(call))) && RootOf(call, code, cancellation) is { } root) yield return new(call, root);
        }
    }

    private static bool IsRawSql(IInvocationOperation call)
    {
        var (method, name) = (call.TargetMethod, call.TargetMethod.Name);
        if (AspNet.InSource(method)) return false;
        return method.ContainingType is { Name: "SqlMapper", ContainingNamespace.Name: "Dapper" } || (Texts.Contains(name) && (QueryNames.IsOperatorOfSql(method) || (name == "CreateCommand" && Symbols.Implements(AspNet.ReceiverOf(call)?.Type, "IDbConnection"))))
            || (name.StartsWith("ExecuteSql", StringComparison.Ordinal) && Symbols.Derives(AspNet.ReceiverOf(call)?.Type, "DatabaseFacade"));
    }

    private static bool IsRead(IInvocationOperation call) => Reads.Contains(call.TargetMethod.Name) && !AspNet.InSource(call.TargetMethod);

    // shop.Orders.Where(…).ExecuteDeleteAsync() goes through shop; a local stands for what it was made of.
    private static ISymbol? RootOf(IOperation call, CodeBase code, CancellationToken cancellation)
    {
        IOperation? at = call;
        for (var steps = 0; at is not null && steps < 64; steps++)
        {
            at = Values.Unwrap(at);
            if (IsDatabase(at.Type))
                switch (at)
                {
                    case IFieldReferenceOperation { Field: { IsStatic: false } field, Instance: IInstanceReferenceOperation }: return field.OriginalDefinition;
                    case IPropertyReferenceOperation { Property: { IsStatic: false } property, Instance: IInstanceReferenceOperation }: return property.OriginalDefinition;
                    // [AsParameters] Services services: services.Shop
                    case IPropertyReferenceOperation { Instance: IParameterReferenceOperation { Parameter: var bundle } } when bundle.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "AsParametersAttribute"): return bundle.OriginalDefinition;
                    case IParameterReferenceOperation { Parameter: var parameter }: return parameter.OriginalDefinition;
                }
            at = at switch
            {
                IInvocationOperation step => AspNet.ReceiverOf(step),
                IPropertyReferenceOperation { Instance: { } instance } => instance,
                ILocalReferenceOperation local => code.BodyAround(local.Syntax, cancellation)?.ReferencesTo(local.Local).OfType<IVariableDeclaratorOperation>().FirstOrDefault()?.Initializer?.Value,
                _ => null,
            };
        }
        return null;
    }
}
