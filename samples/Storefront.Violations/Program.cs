using System.Threading.RateLimiting;
using BackendStandards;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;
using Storefront.Violations.Data;
using Storefront.Violations.Endpoints;
using Storefront.Violations.Logging;
using Storefront.Violations.Responses;
using Storefront.Violations.Secrets;

var builder = WebApplication.CreateBuilder(args);

var database = new ShopDatabase(builder.Configuration["Database:Path"] ?? "violations.db");
builder.Services.AddSingleton(database);
builder.Services.AddDbContext<ShopContext>(options => options.UseSqlite(database.ConnectionString).EnableSensitiveDataLogging()); // expect BST6003
builder.Services.AddScoped<ProductQueries>();
builder.Services.AddScoped<StockQueries>();
builder.Services.AddScoped<CustomerQueries>();
builder.Services.AddScoped<OrderQueries>();
builder.Services.AddScoped<SafeQueries>();
builder.Services.AddHttpClient();
builder.Services.AddTransient(provider => provider.GetRequiredService<IHttpClientFactory>().CreateClient());
builder.Services.AddScoped<SignIn>();
builder.Services.AddSingleton<TokenFactory>();
builder.Services.AddSingleton<PartnerClients>();

builder.Services.AddApiEnvelope(); // expect BST2090
builder.Services.AddValidation();
builder.Services.AddBaskets();
builder.Services.AddSwagger();
builder.Services.AddHealthChecks();
builder.Services.AddRateLimiter(options =>
{
    options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetFixedWindowLimiter(
        context.Connection.RemoteIpAddress?.ToString() ?? "",
        _ => new FixedWindowRateLimiterOptions { PermitLimit = int.MaxValue, Window = TimeSpan.FromMinutes(1) })); // expect BST3032
});
builder.Services.AddCors(options => options.AddDefaultPolicy(policy => policy.SetIsOriginAllowed(_ => true).AllowCredentials())); // expect BST3055
builder.Services.AddAuthorizationBuilder().AddPolicy("manager", policy => policy.RequireRole("manager"));
builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(options =>
    options.TokenValidationParameters = new TokenValidationParameters
    {
        ValidIssuer = "storefront",
        ValidAudience = "storefront-clients",
        IssuerSigningKey = TokenFactory.Key,
        ValidateLifetime = false, // expect BST3052
    });

var app = builder.Build();

database.Prepare();
app.UseDeveloperExceptionPage(); // expect BST3091
app.UseCors();
app.UseAuthentication();
app.UseRateLimiter();
app.UseAuthorization();

// Not part of the API: no version is asked of these.
app.MapHealthChecks("/health");
app.MapGet("/healthz", () => "Healthy");
app.MapGet("/metrics", () => "storefront_up 1");
app.MapGet("/internal/routes", () => "none").ExcludeFromDescription().RequireAuthorization();

app.MapControllers().RequireAuthorization();
app.MapOrders().RequireAuthorization();
app.MapPayments();
app.MapAccounts();
app.MapReports();
app.MapPages();
app.MapLists();
app.MapStaff();
app.MapVersioned();
app.MapBaskets();
app.MapSuppliers();
app.MapDrafts();

app.Run(); // expect BST8001
