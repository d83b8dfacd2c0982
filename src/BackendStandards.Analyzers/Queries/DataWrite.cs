using System.Text.RegularExpressions;
using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Queries;

/// <summary>A call that changes what is stored, or sends something away. <paramref name="Subject"/> names what: a table, a type, a topic; empty where that is not seen.</summary>
internal sealed record DataWrite(IInvocationOperation Call, DataWriteKind Kind, string Subject)
{
    /// <summary>The names by which such calls are made: where none of them stands, there is none.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "SaveChanges", "SaveChangesAsync", "ExecuteUpdate", "ExecuteUpdateAsync", "ExecuteDelete", "ExecuteDeleteAsync", "ExecuteSql", "ExecuteSqlAsync", "ExecuteSqlRaw", "ExecuteSqlRawAsync",
        "ExecuteSqlInterpolated", "ExecuteSqlInterpolatedAsync", "Execute", "ExecuteAsync", "ExecuteScalar", "ExecuteScalarAsync", "ExecuteNonQuery", "ExecuteNonQueryAsync", "InsertOne", "InsertOneAsync",
        "InsertMany", "InsertManyAsync", "UpdateOne", "UpdateOneAsync", "UpdateMany", "UpdateManyAsync", "ReplaceOne", "ReplaceOneAsync", "DeleteOne", "DeleteOneAsync", "DeleteMany", "DeleteManyAsync",
        "FindOneAndUpdate", "FindOneAndUpdateAsync", "FindOneAndDelete", "FindOneAndDeleteAsync", "BulkWrite", "BulkWriteAsync", "CreateItemAsync", "UpsertItemAsync", "ReplaceItemAsync", "DeleteItemAsync",
        "PatchItemAsync", "BasicPublish", "BasicPublishAsync", "Produce", "ProduceAsync", "Send", "SendAsync", "SendMailAsync", "SendEmailAsync",
    ];

    private static readonly HashSet<string> Known = new(Names, StringComparer.Ordinal);

    private static readonly Regex Statement = new(@"^\s*(?:INSERT\s+(?:OR\s+\w+\s+)?INTO|UPDATE|DELETE\s+FROM|DELETE|MERGE\s+INTO|MERGE|REPLACE\s+INTO|TRUNCATE\s+TABLE)\s+([\w#@.""\[\]`]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>The write that a call is; null where it is none, or that is not seen.</summary>
    public static DataWrite? Of(IInvocationOperation call, CodeBase code, CancellationToken cancellation)
    {
        var method = call.TargetMethod;
        if (!Known.Contains(method.Name)) return null;
        var (name, type) = (method.Name, method.ContainingType);
        if (name.StartsWith("SaveChanges", StringComparison.Ordinal)) return QueryNames.IsContext(type) ? new(call, DataWriteKind.Saved, "") : null;
        if (AspNet.InSource(method)) return null;
        if (name.StartsWith("ExecuteUpdate", StringComparison.Ordinal) || name.StartsWith("ExecuteDelete", StringComparison.Ordinal))
            return QueryNames.IsUnread(AspNet.ReceiverOf(call)?.Type) ? new(call, DataWriteKind.Stored, ElementName(AspNet.ReceiverOf(call)!.Type)) : null;
        if (type is { Name: "SqlMapper", ContainingNamespace.Name: "Dapper" } || name.StartsWith("ExecuteSql", StringComparison.Ordinal)) return OfSql(call, call.Arguments.Select(argument => argument.Value), code, cancellation);
        if (name.StartsWith("ExecuteNonQuery", StringComparison.Ordinal)) return Symbols.Implements(AspNet.ReceiverOf(call)?.Type, "IDbCommand") || Derives(type, "DbCommand") ? OfSql(call, CommandTexts(call), code, cancellation) : null;
        if (QueryNames.IsMongo(method)) return new(call, DataWriteKind.Stored, (AspNet.ReceiverOf(call)?.Type as INamedTypeSymbol)?.TypeArguments.FirstOrDefault()?.Name ?? "");
        if (type is { Name: "Container", ContainingNamespace.Name: "Cosmos" }) return new(call, DataWriteKind.Stored, method.TypeArguments.FirstOrDefault()?.Name ?? "");
        if (name.StartsWith("BasicPublish", StringComparison.Ordinal) || (name.StartsWith("Produce", StringComparison.Ordinal) && type.ContainingNamespace is { Name: "Kafka" })) return new(call, DataWriteKind.Sent, Texts(call));
        return type.Name is "SmtpClient" or "IEmailSender" or "ISmtpClient" or "IMailTransport" or "MailTransport" or "ISendGridClient" or "SendGridClient" ? new(call, DataWriteKind.Sent, "") : null;
    }

    private static DataWrite? OfSql(IInvocationOperation call, IEnumerable<IOperation> texts, CodeBase code, CancellationToken cancellation)
    {
        var values = new Values(code, cancellation);
        foreach (var text in texts)
            if (text.Type is { SpecialType: SpecialType.System_String } or { Name: "FormattableString" } && values.Text(text, Context.Empty) is { } sql && Statement.Match(sql) is { Success: true } match
                // A table of this connection's own.
                && match.Groups[1].Value is var table && table[0] is not ('#' or '@') && !table.Contains(Values.Hole))
                return new(call, DataWriteKind.Stored, table);
        return null;
    }

    private static IEnumerable<IOperation> CommandTexts(IInvocationOperation call)
    {
        IOperation top = call;
        while (top.Parent is not null && top is not (IAnonymousFunctionOperation or ILocalFunctionOperation)) top = top.Parent;
        foreach (var operation in top.Descendants())
            if (operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "CommandText" } } write) yield return write.Value;
            else if (operation is IObjectCreationOperation creation && Derives(creation.Type, "DbCommand") && creation.Arguments.Length > 0) yield return creation.Arguments[0].Value;
    }

    private static bool Derives(ITypeSymbol? type, string name)
    {
        for (; type is not null; type = type.BaseType)
            if (type.Name == name) return true;
        return false;
    }

    private static string ElementName(ITypeSymbol? query) => (query as INamedTypeSymbol)?.TypeArguments.FirstOrDefault()?.Name ?? "";

    private static string Texts(IInvocationOperation call) => string.Join(" ", call.Arguments.Select(argument => argument.Value.ConstantValue is { HasValue: true, Value: string text } ? text : ""));
}
