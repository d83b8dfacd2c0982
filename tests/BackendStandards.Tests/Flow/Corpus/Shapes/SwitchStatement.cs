// A switch statement over a constant takes one section only.
internal sealed class PaymentFilter
{
    public void Taken()
    {
        var kind = "card";
        string filter;
        switch (kind)
        {
            case "card":
                filter = INPUT;
                break;
            case "cash":
                filter = "till";
                break;
            default:
                filter = "any";
                break;
        }
        SINK(filter); // vulnerable
    }

    public void NotTaken()
    {
        var kind = "cash";
        string filter;
        switch (kind)
        {
            case "card":
                filter = INPUT;
                break;
            case "cash":
                filter = "till";
                break;
            default:
                filter = "any";
                break;
        }
        SINK(filter); // safe
    }

    public void Mapped()
    {
        string column;
        switch (INPUT)
        {
            case "date":
                column = "CreatedOn";
                break;
            case "sum":
                column = "Total";
                break;
            default:
                column = "Id";
                break;
        }
        SINK(column); // safe
    }
}
