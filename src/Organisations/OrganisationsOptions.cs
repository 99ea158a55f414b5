using Commerce.Organisations.Data;
using Commerce.Platform.Modules;

namespace Commerce.Organisations;

/// <summary>Settings <c>Commerce:FirstAdministrator</c>: who may sign in to a fresh installation. Used only while there are no accounts.</summary>
internal sealed class OrganisationsOptions
{
    /// <summary>The user name.</summary>
    public string? UserName { get; init; }

    /// <summary>At least 10 characters; set it by environment (Commerce__FirstAdministrator__Password), and remove it after the first start.</summary>
    public string? Password { get; init; }

    /// <summary>The name of the department, the root of all units.</summary>
    public string Department { get; init; } = "省交通运输厅";

    /// <summary>Stops the host when a setting is wrong.</summary>
    /// <exception cref="WrongSettingException">Names the key.</exception>
    public void Check()
    {
        if (string.IsNullOrEmpty(UserName) && !string.IsNullOrEmpty(Password))
        {
            throw new WrongSettingException("Commerce:FirstAdministrator:UserName", "is needed when Commerce:FirstAdministrator:Password is set");
        }

        if (!string.IsNullOrEmpty(UserName) && !User.IsPassword(Password))
        {
            throw new WrongSettingException(
                "Commerce:FirstAdministrator:Password", $"must have {User.FewestPasswordCharacters} to {User.MostPasswordCharacters} characters");
        }

        if (string.IsNullOrWhiteSpace(Department) || Department.Length > Domain.OrgUnit.NameLength)
        {
            throw new WrongSettingException("Commerce:FirstAdministrator:Department", $"must have 1 to {Domain.OrgUnit.NameLength} characters");
        }
    }
}
