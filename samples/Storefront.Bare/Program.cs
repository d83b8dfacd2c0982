using Storefront.Bare;

// The warehouse's service, as a first draft has it: nothing is configured, and what an application as a whole lacks is seen here.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton<StockLevels>();

var app = builder.Build();

app.MapGet("/api/v1/stock/{sku}", (string sku, StockLevels levels) => levels.Find(sku) is { } level ? Results.Ok(level) : Results.NotFound());

app.Run(); // expect BST2001 // expect BST2006 // expect BST3030 // expect BST3050 // expect BST8003
