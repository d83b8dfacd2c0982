using System.Text.Json.Serialization;
using BackendStandards;
using Storefront.Auth;
using Storefront.Catalog;
using Storefront.Common;
using Storefront.Customers;
using Storefront.Data;
using Storefront.Hosting;
using Storefront.Orders;
using Storefront.Payments;
using Storefront.Reports;

var builder = WebApplication.CreateBuilder(args);

builder.WebHost.ConfigureKestrel(options =>
{
    options.AddServerHeader = false;
    options.Limits.MaxRequestBodySize = 256 * 1024;
    options.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
});

builder.Services.AddApiEnvelope();
builder.Services.AddValidation();
builder.Services.AddControllers()
    .AddApiEnvelope()
    .AddJsonOptions(options => options.JsonSerializerOptions.Converters.Add(new JsonStringEnumConverter()));
builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.Converters.Add(new JsonStringEnumConverter()));
builder.Services.AddRouting(options => options.LowercaseUrls = true);
builder.Services.AddOpenApi();
builder.Services.AddHealthChecks().AddCheck<DatabaseHealthCheck>("database");
builder.Services.AddStoreRateLimiting(builder.Configuration);
builder.Services.AddStoreAuthentication(builder.Configuration, builder.Environment);
builder.Services.AddStoreData(builder.Configuration, builder.Environment);

builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<IPaymentGateway, SimulatedPaymentGateway>();
builder.Services.AddScoped<AccountService>();
builder.Services.AddScoped<ProductService>();
builder.Services.AddScoped<ProductSearch>();
builder.Services.AddScoped<CategoryService>();
builder.Services.AddScoped<CustomerService>();
builder.Services.AddScoped<OrderService>();
builder.Services.AddScoped<PaymentService>();
builder.Services.AddScoped<SalesReports>();
builder.Services.AddOptions<OrderOptions>()
    .BindConfiguration(OrderOptions.Section)
    .ValidateDataAnnotations()
    .ValidateOnStart();
builder.Services.AddHostedService<UnpaidOrderSweeper>();

var app = builder.Build();

app.UseApiEnvelope();
if (!app.Environment.IsDevelopment())
{
    app.UseHsts();
    app.UseHttpsRedirection();
}

app.UseMiddleware<SecurityHeadersMiddleware>();
app.UseAuthentication();
app.UseRateLimiter();
app.UseAuthorization();

app.MapHealthChecks("/health").AllowAnonymous();
if (app.Environment.IsDevelopment())
{
    app.MapOpenApi().AllowAnonymous();
}

var api = app.MapGroup("/api/v1")
    .ProducesApiErrors(StatusCodes.Status429TooManyRequests, StatusCodes.Status500InternalServerError);

api.MapAuth();
api.MapCategories();

// The two modules below hand their group back: who may call them is decided here.
api.MapOrders()
    .RequireAuthorization(Policies.Customer)
    .ProducesApiErrors(StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden);

var administration = api.MapGroup("/reports").WithTags("Reports");
administration.MapSalesReports();
administration.RequireAuthorization(Policies.Administrator);

app.MapControllers();

await app.PrepareDatabaseAsync();
await app.RunAsync();
