using GraphQL;
using GraphQL.Types;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton<IDocumentExecuter>(new DocumentExecuter());
builder.Services.AddSingleton<ISchema>(new ShopSchema());

var app = builder.Build();
app.MapPost("/graphql", async (Question question, IDocumentExecuter executer, ISchema schema) =>
{
    var result = await executer.ExecuteAsync(options => (options.Schema, options.Query) = (schema, question.Query));
    return result.Errors is { Count: > 0 } ? Results.BadRequest() : Results.Ok();
}).RequireRateLimiting("graph");
app.Run();

public record Question(string Query);
public record Book(int Id, string Title);

public class ShopSchema : Schema
{
    public ShopSchema() => (Query, Mutation, Subscription) = (new Query(), new Changes(), new Events());
}

public class Query : ObjectGraphType
{
    public Query()
    {
        Field<BookType>("book").Argument<IntGraphType>("id").Resolve(context => new Book(context.GetArgument<int>("id"), ""));
        Field<ListGraphType<BookType>>("books").Argument<IntGraphType>("first").Argument<StringGraphType>("title").ResolveAsync(async context => { await Task.Yield(); return new List<Book>(); });
        Field<int>("count").Resolve(context => 1);
        Field<StringGraphType>("named").Description("D").Resolve(Named);
        Field<StringGraphType, string>("typed").Resolve(context => "");
    }

    private static string Named(IResolveFieldContext context) => "";
}

public class BookType : ObjectGraphType<Book>
{
    public BookType()
    {
        Name = "Book";
        Field(book => book.Id);
        Field(book => book.Title);
        Field<StringGraphType>("shelf").Argument<StringGraphType>("floor").Resolve(context => context.Source.Title);
    }
}

public class Changes : ObjectGraphType
{
    public Changes() => Field<BookType>("add").Argument<NonNullGraphType<StringGraphType>>("title").Resolve(context => new Book(1, ""));
}

public class Events : ObjectGraphType
{
    public Events() => Field<BookType>("added").Argument<IntGraphType>("shelf").ResolveStream(context => null!);
}
