using Commerce.Organisations.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.Organisations.Data;

internal static class NoticeMapping
{
    public static void Map(EntityTypeBuilder<NoticeAddress> address, EntityTypeBuilder<Mail> mail, EntityTypeBuilder<ToldTodo> told)
    {
        address.ToTable("notice_addresses");
        address.HasKey(a => a.UserId);
        address.Property(a => a.UserId).ValueGeneratedNever();
        address.Property(a => a.Address).HasMaxLength(NoticeAddress.Longest);
        address.Property(a => a.CodeHash).HasMaxLength(64);

        mail.ToTable("mails");
        mail.HasKey(m => m.Position);
        mail.Property(m => m.Position).ValueGeneratedOnAdd();
        mail.Property(m => m.Key).HasMaxLength(100);
        mail.HasIndex(m => m.Key).IsUnique();
        mail.HasIndex(m => m.UserId);
        mail.HasIndex(m => m.NextTryAt);
        mail.Property(m => m.Address).HasMaxLength(NoticeAddress.Longest);
        mail.Property(m => m.Subject).HasMaxLength(200);
        mail.Property(m => m.Body).Metadata.SetMaxLength(null);

        told.ToTable("told_todos");
        told.HasKey(t => new { t.UserId, t.Key, t.Near });
        told.Property(t => t.Key).HasMaxLength(64);
    }
}
