// A holder in a holder.
internal sealed class Address
{
    public string City = "";
    public string Country = "";
}

internal sealed class Contact
{
    public Address Home = new();
}

internal sealed class ContactSearch
{
    public void Nested()
    {
        var contact = new Contact();
        contact.Home.City = INPUT;
        contact.Home.Country = "DE";
        SINK(contact.Home.City); // vulnerable
        SINK(contact.Home.Country); // safe
    }
}
