using System.Text;
using Xunit;

namespace Commerce.Faults;

/// <summary>What is broken on purpose stays out of the program, and fits it.</summary>
[Collection("on files")]
public sealed class BuildTests
{
    [Fact]
    public async Task Every_patch_fits_the_sources_as_they_are()
    {
        var folder = Directory.CreateTempSubdirectory("commerce-patches-").FullName;
        try
        {
            await SpecialBuild.Lay(folder);

            Assert.Equal(Mutant.All.Count, SpecialBuild.Patches.Count);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task The_program_has_no_named_points()
    {
        var host = Path.GetDirectoryName(Repository.HostDll())!;

        Assert.DoesNotContain(Named(host), n => n);
        Assert.Contains(Named(Path.GetDirectoryName(await SpecialBuild.Dll())!), n => n);

        // Strings of a program lie in its files as UTF-16.
        static IEnumerable<bool> Named(string folder) => Directory.GetFiles(folder, "Commerce.*.dll")
            .Select(f => File.ReadAllBytes(f).AsSpan().IndexOf(Encoding.Unicode.GetBytes("mutation.committed")) >= 0);
    }
}
