using Commerce.Organisations.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.Organisations.Data;

internal static class PersonRequestMapping
{
    public static void Map(EntityTypeBuilder<PersonRequest> b)
    {
        b.ToTable("person_requests");
        b.HasKey(r => r.Id);
        b.Property(r => r.Id).ValueGeneratedNever();
        b.Property(r => r.Reason).HasMaxLength(PersonRequest.LongestReason);
        b.Property(r => r.Answer).HasMaxLength(PersonRequest.LongestReason);
        b.Property(r => r.AskedByName).HasMaxLength(User.NameLength);
        b.Property(r => r.DecidedByName).HasMaxLength(User.NameLength);
        b.Property(r => r.KeptIn).Metadata.SetMaxLength(null);
        b.HasIndex(r => r.PersonId);
    }
}
