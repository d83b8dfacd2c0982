// The type of the value is known, so only one case can match.
internal abstract class Payment;

internal sealed class CardPayment : Payment;

internal sealed class CashPayment : Payment;

internal sealed class KnownTypes
{
    public void Card()
    {
        Payment payment = new CardPayment();
        var name = payment is CardPayment ? INPUT : "till";
        SINK(name); // vulnerable
    }

    public void Cash()
    {
        Payment payment = new CashPayment();
        var name = payment is CardPayment ? INPUT : "till";
        SINK(name); // safe
    }

    public void Switched()
    {
        Payment payment = new CashPayment();
        var name = payment switch
        {
            CardPayment => INPUT,
            CashPayment => "till",
            _ => INPUT,
        };
        SINK(name); // safe
    }

    public void Cast()
    {
        Payment payment = new CashPayment();
        var name = "till";
        if (payment as CardPayment is not null) name = INPUT;
        SINK(name); // safe
        if (payment as CashPayment is not null) name = INPUT;
        SINK(name); // vulnerable
    }
}
