// new hides a member: the static type decides.
internal class BasicCard
{
    public string Owner() => "nobody";
}

internal sealed class PersonalCard : BasicCard
{
    public new string Owner() => INPUT;
}

internal sealed class Cards
{
    public void Show()
    {
        var card = new PersonalCard();
        SINK(card.Owner()); // vulnerable
        BasicCard basic = card;
        SINK(basic.Owner()); // safe
    }
}
