using System.Reflection;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Commerce.Assistance;
using Commerce.Catalog;
using Commerce.Ordering;
using Commerce.Organisations;
using Commerce.Platform.Modules;
using Commerce.TaskList;
using Xunit;
using Assembly = System.Reflection.Assembly;
using Type = System.Type;

namespace Commerce.Architecture.Tests
{
    /// <summary>Inside a module: GraphQL → slice → Data → Domain → SharedKernel, never back.</summary>
    public sealed class InnerArrows
    {
        // What a Domain room may not know.
        private static readonly string[] Outside = ["Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore", "GraphQL", "MassTransit"];

        public static TheoryData<Type> Modules => [typeof(OrganisationsModule), typeof(CatalogModule), typeof(OrderingModule), typeof(AssistanceModule), typeof(TaskListModule)];

        [Theory, MemberData(nameof(Modules))]
        public void Domain_knows_no_database_web_bus_or_schema(Type module) => Assert.Empty(DomainViolations(module.Assembly, module.Namespace!));

        [Theory, MemberData(nameof(Modules))]
        public void Data_knows_no_schema(Type module) => Assert.Empty(Arrows(module.Assembly, module.Namespace! + ".Data", module.Namespace! + ".GraphQL"));

        [Theory, MemberData(nameof(Modules))]
        public void Only_the_module_pages_and_contracts_are_public(Type module)
        {
            var open = module.Assembly.GetExportedTypes().Where(t =>
                !typeof(IModule).IsAssignableFrom(t)
                && !typeof(Microsoft.AspNetCore.Components.IComponent).IsAssignableFrom(t)
                && !t.Name.EndsWith("DbContext", StringComparison.Ordinal)
                && !t.Name.EndsWith("Middleware", StringComparison.Ordinal)
                && !(t.IsAbstract && t.IsSealed && t.Name.EndsWith("Pipeline", StringComparison.Ordinal))
                && !t.Name.StartsWith('_')
                && !t.IsNested).Select(t => t.FullName);

            Assert.Empty(open);
        }

        [Fact]
        public void A_domain_that_knows_the_database_is_seen() =>
            Assert.Contains("Planted.Domain.Wrong → Microsoft.EntityFrameworkCore", string.Join('\n', DomainViolations(typeof(InnerArrows).Assembly, "Commerce.Architecture.Tests.Planted")), StringComparison.Ordinal);

        private static List<string> DomainViolations(Assembly assembly, string root) =>
            [.. Outside.Concat([root + ".Data", root + ".GraphQL"]).SelectMany(outside => Arrows(assembly, root + ".Domain", outside))];

        private static List<string> Arrows(Assembly assembly, string from, string to)
        {
            var architecture = new ArchLoader().LoadAssembly(assembly).Build();
            return [.. architecture.Types.Where(t => InNamespace(t, from))
                .SelectMany(t => t.Dependencies.Where(d => InNamespace(d.Target, to)).Select(d => $"{t.FullName} → {d.Target.FullName}"))];
        }

        private static bool InNamespace(IType type, string name) =>
            type.Namespace is { } space && (space.FullName == name || space.FullName.StartsWith(name + ".", StringComparison.Ordinal));
    }
}

namespace Commerce.Architecture.Tests.Planted.Domain
{
    /// <summary>A planted violation: proves that the rule can fail.</summary>
    internal sealed class Wrong
    {
        public Microsoft.EntityFrameworkCore.DbContext? Database { get; set; }
    }
}
