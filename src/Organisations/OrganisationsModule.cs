using Commerce.Contracts.Organisations;
using Commerce.Organisations.Data;
using Commerce.Organisations.Directories;
using Commerce.Organisations.GraphQL;
using Commerce.Organisations.Samples;
using Commerce.Organisations.SignIn;
using Commerce.Platform.Databases;
using Commerce.Platform.Files;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.Platform.Walls;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Organisations;

/// <summary>Units, groups, canteens, accounts, roles and signing in.</summary>
public sealed class OrganisationsModule : IModule
{
    internal const string ModuleName = "organisations";

    /// <summary>Lists of units and accounts that were handed in.</summary>
    internal const string DirectoryFiles = "organisations.directory";

    /// <inheritdoc />
    public string Name => ModuleName;

    /// <inheritdoc />
    public void Register(ModuleBuilder module)
    {
        var options = module.Settings<OrganisationsOptions>("Commerce:FirstAdministrator");
        options.Check();
        module.Services.AddSingleton(options);
        module.Database<OrganisationsDbContext>(ModuleName);
        module.Services.AddSingleton<OrgDirectory>();
        module.Services.AddSingleton<Recognition>(s => (who, ct) => s.GetRequiredService<OrgDirectory>().Recognise(who, BrowserChoice.In(who), ct));
        AddAccounts(module.Services);
        AddSignIn(module.Services);
        var signIn = module.Settings<SignInSettings>("Commerce:SignIn");
        signIn.Check();
        SignInLimits.Add(module.Services, signIn);
        module.Services.AddScoped<SaveUnit.SaveUnit.Handler>();
        module.Services.AddScoped<RenameUnit.RenameUnit.Handler>();
        module.Services.AddScoped<EndUnit.EndUnit.Handler>();
        module.Every<EndUnit.CarryOut>(TimeSpan.FromMinutes(1));
        module.Services.AddScoped<SaveCanteen.SaveCanteen.Handler>();
        module.Services.AddScoped<CreateAccount.CreateAccount.Handler>();
        module.Services.AddScoped<DisableAccount.DisableAccount.Handler>();
        module.Services.AddScoped<AssignRole.AssignRole.Handler>();
        module.Services.AddScoped<EndRole.EndRole.Handler>();
        module.Services.AddScoped<ResetPassword.ResetPassword.Handler>();
        module.Services.AddScoped<ChangePassword.ChangePassword.Handler>();
        module.Services.AddScoped<ChoosePreferences.ChoosePreferences.Handler>();
        module.Services.AddScoped<FirstAdministrator.FirstAdministrator>();
        module.Services.AddScoped<SampleOrganisations>();
        module.Services.AddScoped<ImportDirectory.DirectoryImport>();
        module.Services.AddScoped<ImportDirectory.PreviewDirectory>();
        module.Services.AddScoped<ImportDirectory.ImportDirectory.Handler>();
        module.Files(new FileRule(DirectoryFiles, [FileKind.Xlsx], a => a.Can(Capability.OrganisationManage), (_, _, _, _) => Task.FromResult(false)));
        module.Services.AddScoped<Units.ReadUnits>();
        module.Services.AddScoped<Accounts.ReadAccounts>();
        module.Services.AddScoped<Accounts.ReadMyself>();
        module.Services.AddScoped<Canteens.ReadCanteens>();
        AddPersonal(module);
        AddNotices(module);
        module.Room(60, "单位与人员", "Units and people", "/units", Capability.OrganisationManage);
        module.RoomWithin("/units", 61, "单位", "Units", "/units", Capability.OrganisationManage);
        module.RoomWithin("/units", 62, "食堂", "Canteens", "/canteens", Capability.OrganisationManage);
        module.RoomWithin("/units", 63, "人员", "People", "/accounts", Capability.OrganisationManage);
        module.RoomWithin("/units", 64, "批量导入", "Import", "/import/units", Capability.OrganisationManage);
        module.Route(AccountRoutes.Map);
        module.Route(ImportDirectory.TemplateDoor.Map);
        module.Sample(10, (services, ct) => services.GetRequiredService<SampleOrganisations>().Load(ct));
    }

    /// <inheritdoc />
    public void Bind(GraphBuilder graph)
    {
        OrganisationsGraph.Bind(graph);
        Personal.PersonalGraph.Bind(graph);
    }

    /// <summary>To be called after migrating when the demonstration is off: lets the first administrator of the settings in, while there are no accounts.</summary>
    /// <param name="services">A scope's services.</param>
    /// <param name="ct">Cancellation.</param>
    public static Task PrepareAsync(IServiceProvider services, CancellationToken ct) =>
        services.GetRequiredService<FirstAdministrator.FirstAdministrator>().Ensure(ct);

    private static void AddPersonal(ModuleBuilder module)
    {
        module.Person<Personal.OrganisationsPeople>();
        module.Todo<Personal.ErasureTodos>();
        module.Services.AddScoped<Personal.ReadPersonRequests>();
        module.Services.AddScoped<Personal.CopyPerson.Handler>();
        module.Services.AddScoped<Personal.AskErasure.Handler>();
        module.Services.AddScoped<Personal.DecideErasure.Handler>();
        module.Consume<PersonErased, Personal.ForgetPerson, OrganisationsDbContext>();
        module.Consume<PersonErased, Personal.ForgetPersonInHouse, PlatformDbContext>();
        module.Route(Personal.CopyDoor.Map);
    }

    private static void AddNotices(ModuleBuilder module)
    {
        var mail = module.Settings<Notices.MailSettings>("Commerce:Mail");
        mail.Check();
        module.Services.AddSingleton(mail);
        module.Services.AddScoped<Notices.ReadNotices>();
        module.Services.AddScoped<Notices.ChooseNotices.Handler>();
        module.Services.AddScoped<Notices.ConfirmNotices.Handler>();
        module.Every<Notices.WriteDigests>(TimeSpan.FromMinutes(5));
        module.Every<Notices.PostMails>(TimeSpan.FromSeconds(20));
        module.Route(Notices.NoticeDoor.Map);
    }

    private static void AddAccounts(IServiceCollection services)
    {
        services.AddIdentityCore<User>(o =>
        {
            // Length is what protects; rules about characters make people write passwords down.
            o.Password.RequiredLength = User.FewestPasswordCharacters;
            o.Password.RequiredUniqueChars = 1;
            o.Password.RequireDigit = false;
            o.Password.RequireLowercase = false;
            o.Password.RequireUppercase = false;
            o.Password.RequireNonAlphanumeric = false;
        });
        services.AddScoped<IUserStore<User>>(s =>
            new UserOnlyStore<User, OrganisationsDbContext, Guid>(s.GetRequiredService<OrganisationsDbContext>()) { AutoSaveChanges = false });
    }

    private static void AddSignIn(IServiceCollection services)
    {
        services.AddScoped<PasswordCheck>();
        services.AddSingleton<Tickets>();
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = "commerce.form";
            o.Cookie.HttpOnly = true;
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddAuthentication(Tickets.Scheme)
            .AddPolicyScheme(Tickets.Scheme, null, o => o.ForwardDefaultSelector = http =>
                http.Request.Headers.ContainsKey("Authorization") ? BearerTokenDefaults.AuthenticationScheme : Tickets.CookieScheme)
            .AddBearerToken(BearerTokenDefaults.AuthenticationScheme, o => o.BearerTokenExpiration = Tickets.Lifetime)
            .AddCookie(Tickets.CookieScheme, o =>
            {
                o.Cookie.Name = "commerce";
                o.Cookie.HttpOnly = true;
                o.Cookie.SameSite = SameSiteMode.Lax;
                o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                o.Cookie.Path = "/";
                o.CookieManager = new SchemeCookies();
                o.ExpireTimeSpan = Tickets.Lifetime;

                // People are shown where to sign in; programs, and who may not, are told so.
                o.LoginPath = "/account/sign-in";
                o.ReturnUrlParameter = "returnUrl";
                o.Events.OnRedirectToLogin = context =>
                {
                    if (HttpMethods.IsGet(context.Request.Method) && HumanAnswersPipeline.IsForPeople(context.HttpContext))
                    {
                        context.Response.Redirect(context.RedirectUri);
                        return Task.CompletedTask;
                    }

                    return Answer(context.Response, StatusCodes.Status401Unauthorized);
                };
                o.Events.OnRedirectToAccessDenied = context => Answer(context.Response, StatusCodes.Status403Forbidden);
            });
    }

    private static Task Answer(HttpResponse response, int status)
    {
        response.StatusCode = status;
        return Task.CompletedTask;
    }
}
