namespace Storefront.Violations.Responses;

public static class BasketSetup
{
    public static IMvcBuilder AddBaskets(this IServiceCollection services) => services.AddControllers(); // expect BST2007
}
