// A row that Entity Framework read, and its key.
using Microsoft.EntityFrameworkCore;

public class Member
{
    public int Id { get; set; }

    public string Nick { get; set; } = "";
}

public class MemberContext : DbContext
{
    public DbSet<Member> Members => Set<Member>();
}

internal sealed class MemberSearch(MemberContext context)
{
    public void Asked()
    {
        var asked = INPUT;
        var member = context.Members.First(member => member.Nick == asked);
        SINK(member.Id.ToString()); // safe
        SINK(asked); // vulnerable
    }
}
