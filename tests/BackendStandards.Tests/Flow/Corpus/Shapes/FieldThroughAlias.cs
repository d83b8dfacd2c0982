// Two names for one object.
internal sealed class Basket
{
    public string Owner = "nobody";
}

internal sealed class BasketService
{
    public void Aliased()
    {
        var basket = new Basket();
        var same = basket;
        same.Owner = INPUT;
        SINK(basket.Owner); // vulnerable
    }

    public void NotAliased()
    {
        var basket = new Basket();
        var other = new Basket();
        other.Owner = INPUT;
        SINK(basket.Owner); // safe
    }

    public void ClearedByAlias()
    {
        var basket = new Basket();
        basket.Owner = INPUT;
        var same = basket;
        same.Owner = "nobody";
        SINK(basket.Owner); // safe
    }
}
